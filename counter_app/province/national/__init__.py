"""The national public service portal (Cổng Dịch vụ công quốc gia) as a province hands its dossiers over to it.

`case` reads a dossier with its story from the journal; `classic` and `centralised` say it in the words of the two
services, as pure functions; `classic_service` and `centralised_service` send it; `gateway` decides what is sent again,
when, and what a person must look at. Facts and their marks of certainty: the domain notes on the national services.
"""
