<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>ApplicantPanel</name>
    <message numerus="yes">
        <source>%n open intakes</source>
        <translation>
            <numerusform>%n open intake</numerusform>
            <numerusform>%n open intakes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchPanel</name>
    <message numerus="yes">
        <source>Receive %n dossiers (F9)</source>
        <translation>
            <numerusform>Receive %n dossier (F9)</numerusform>
            <numerusform>Receive %n dossiers (F9)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows taken out</source>
        <translation>
            <numerusform>%n row taken out</numerusform>
            <numerusform>%n rows taken out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchReceived</name>
    <message numerus="yes">
        <source>Received: %n dossiers</source>
        <translation>
            <numerusform>Received: %n dossier</numerusform>
            <numerusform>Received: %n dossiers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message numerus="yes">
        <source>%n versions</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecklistModel</name>
    <message numerus="yes">
        <source>%n are left out: blank pages or separators; a click takes them back</source>
        <translation>
            <numerusform>%n is left out: a blank page or a separator; a click takes it back</numerusform>
            <numerusform>%n are left out: blank pages or separators; a click takes them back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read and will not be filed</source>
        <translation>
            <numerusform>%n could not be read and will not be filed</numerusform>
            <numerusform>%n could not be read and will not be filed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n faulty</source>
        <translation>
            <numerusform>%n faulty</numerusform>
            <numerusform>%n faulty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them show a page once more, with its note</source>
        <translation>
            <numerusform>%n of them shows a page once more, with its note</numerusform>
            <numerusform>%n of them show a page once more, with its note</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages will be filed, one picture each, in this order</source>
        <translation>
            <numerusform>%n page will be filed, as one picture</numerusform>
            <numerusform>%n pages will be filed, one picture each, in this order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unclear</source>
        <translation>
            <numerusform>%n unclear</numerusform>
            <numerusform>%n unclear</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n hardly anything could be read: look at them</source>
        <translation>
            <numerusform>Of %n hardly anything could be read: look at it</numerusform>
            <numerusform>Of %n hardly anything could be read: look at them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictPanel</name>
    <message numerus="yes">
        <source>%n steps do not fit what another desk or the province did at the same time.</source>
        <translation>
            <numerusform>%n step does not fit what another desk or the province did at the same time.</numerusform>
            <numerusform>%n steps do not fit what another desk or the province did at the same time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n scanned pages were put to the first paper of this procedure; check them.</source>
        <translation>
            <numerusform>%n scanned page was put to the first paper of this procedure; check it.</numerusform>
            <numerusform>%n scanned pages were put to the first paper of this procedure; check them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages were scanned before this card was read; check that they are this person's.</source>
        <translation>
            <numerusform>%n page was scanned before this card was read; check that it is this person's.</numerusform>
            <numerusform>%n pages were scanned before this card was read; check that they are this person's.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListsDialog</name>
    <message numerus="yes">
        <source>Lists of %n chosen dossiers</source>
        <translation>
            <numerusform>Lists of %n chosen dossier</numerusform>
            <numerusform>Lists of %n chosen dossiers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookupPage</name>
    <message numerus="yes">
        <source>%n dossiers</source>
        <translation>
            <numerusform>%n dossier</numerusform>
            <numerusform>%n dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n dossiers; type more words to narrow it down</source>
        <translation>
            <numerusform>The newest dossier; type more words to narrow it down</numerusform>
            <numerusform>The newest %n dossiers; type more words to narrow it down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lists of %n (Ctrl+P)</source>
        <translation>
            <numerusform>Lists of %n (Ctrl+P)</numerusform>
            <numerusform>Lists of %n (Ctrl+P)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossiers with contradictions to settle</source>
        <translation>
            <numerusform>%n dossier with contradictions to settle</numerusform>
            <numerusform>%n dossiers with contradictions to settle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossiers filed online wait</source>
        <translation>
            <numerusform>%n dossier filed online waits</numerusform>
            <numerusform>%n dossiers filed online wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeriodBar</name>
    <message numerus="yes">
        <source>%n working days ahead</source>
        <translation>
            <numerusform>%n working day ahead</numerusform>
            <numerusform>%n working days ahead</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiveBar</name>
    <message numerus="yes">
        <source>Not complete: %n things are lacking</source>
        <translation>
            <numerusform>Not complete: %n thing is lacking</numerusform>
            <numerusform>Not complete: %n things are lacking</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message numerus="yes">
        <source>%n papers wait to be printed – {why}</source>
        <translation>
            <numerusform>%n paper waits to be printed – {why}</numerusform>
            <numerusform>%n papers wait to be printed – {why}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Printing %n papers</source>
        <translation>
            <numerusform>Printing %n paper</numerusform>
            <numerusform>Printing %n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scanned files are damaged: call the technician</source>
        <translation>
            <numerusform>%n scanned file is damaged: call the technician</numerusform>
            <numerusform>%n scanned files are damaged: call the technician</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncDialog</name>
    <message numerus="yes">
        <source>The %n that have waited longest; type a word to find others</source>
        <translation>
            <numerusform>The one that has waited longest; type a word to find others</numerusform>
            <numerusform>The %n that have waited longest; type a word to find others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dossiers</source>
        <translation>
            <numerusform>%n dossier</numerusform>
            <numerusform>%n dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put aside (%n)</source>
        <translation>
            <numerusform>Put aside (%n)</numerusform>
            <numerusform>Put aside (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeedBar</name>
    <message numerus="yes">
        <source>%n front sides are scanned.</source>
        <translation>
            <numerusform>%n front side is scanned.</numerusform>
            <numerusform>%n front sides are scanned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages so far.</source>
        <translation>
            <numerusform>%n page so far.</numerusform>
            <numerusform>%n pages so far.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>papers</name>
    <message numerus="yes">
        <source>%n pages digitised</source>
        <translation>
            <numerusform>%n page digitised</numerusform>
            <numerusform>%n pages digitised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PapersList</name>
    <message numerus="yes">
        <source>%n pages could not be read – try again</source>
        <translation>
            <numerusform>%n page could not be read – try again</numerusform>
            <numerusform>%n pages could not be read – try again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapsPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperList</name>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewcomerPanel</name>
    <message numerus="yes">
        <source>%n papers ticked</source>
        <translation>
            <numerusform>%n paper ticked</numerusform>
            <numerusform>%n papers ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages scanned</source>
        <translation>
            <numerusform>%n page scanned</numerusform>
            <numerusform>%n pages scanned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Before</name>
    <message numerus="yes">
        <source>%n pages scanned</source>
        <translation>
            <numerusform>%n page scanned</numerusform>
            <numerusform>%n pages scanned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerifyBar</name>
    <message numerus="yes">
        <source>%n confirmed</source>
        <translation>
            <numerusform>%n confirmed</numerusform>
            <numerusform>%n confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fields sure</source>
        <translation>
            <numerusform>%n field sure</numerusform>
            <numerusform>%n fields sure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing on the paper</source>
        <translation>
            <numerusform>%n missing on the paper</numerusform>
            <numerusform>%n missing on the paper</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n papers were read</source>
        <translation>
            <numerusform>%n paper was read</numerusform>
            <numerusform>%n papers were read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerifyPanel</name>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyDialog</name>
    <message numerus="yes">
        <source>%n dossiers</source>
        <translation>
            <numerusform>%n dossier</numerusform>
            <numerusform>%n dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not done:</source>
        <translation>
            <numerusform>%n not done:</numerusform>
            <numerusform>%n not done:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenIntakes</name>
    <message numerus="yes">
        <source>%n open intakes</source>
        <translation>
            <numerusform>%n open intake</numerusform>
            <numerusform>%n open intakes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message numerus="yes">
        <source>Above are only the %n newest; Enter lists all of them</source>
        <translation>
            <numerusform>Above is only the newest; Enter lists all of them</numerusform>
            <numerusform>Above are only the %n newest; Enter lists all of them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digitised papers</source>
        <translation>
            <numerusform>%n digitised paper</numerusform>
            <numerusform>%n digitised papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>whole_sets</name>
    <message numerus="yes">
        <source>%n papers</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n dossiers go to the printer.</source>
        <translation>
            <numerusform>of %n dossier go to the printer.</numerusform>
            <numerusform>of %n dossiers go to the printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n dossiers all papers were printed, or wait to be.</source>
        <translation>
            <numerusform>Of %n dossier all papers were printed, or wait to be.</numerusform>
            <numerusform>Of %n dossiers all papers were printed, or wait to be.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nor those of %n other dossiers.</source>
        <translation>
            <numerusform>Nor those of %n other dossier.</numerusform>
            <numerusform>Nor those of %n other dossiers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardTrial</name>
    <message numerus="yes">
        <source>%n letters came, but they are no identity card.</source>
        <translation>
            <numerusform>%n letter came, but it is no identity card.</numerusform>
            <numerusform>%n letters came, but they are no identity card.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DrawingPage</name>
    <message numerus="yes">
        <source>%n boxes without a field are not in it.</source>
        <translation>
            <numerusform>%n box without a field is not in it.</numerusform>
            <numerusform>%n boxes without a field are not in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceBar</name>
    <message numerus="yes">
        <source>%n papers may belong elsewhere</source>
        <translation>
            <numerusform>%n paper may belong elsewhere</numerusform>
            <numerusform>%n papers may belong elsewhere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardBar</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
