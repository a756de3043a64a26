/* The complex functions that Wine 10's ucrtbase leaves out and numpy wants; by value as MSVC passes them: structs. */
#include <complex.h>
#include <math.h>
typedef struct { double r, i; } D;
typedef struct { float r, i; } F;
static inline double _Complex cd(D z) { double _Complex c; __real__ c = z.r; __imag__ c = z.i; return c; }
static inline float _Complex cf(F z) { float _Complex c; __real__ c = z.r; __imag__ c = z.i; return c; }
static inline D dd(double _Complex c) { D z = {__real__ c, __imag__ c}; return z; }
static inline F ff(float _Complex c) { F z = {__real__ c, __imag__ c}; return z; }
#define TO_COMPLEX(n) \
    D s_##n(D z) { return dd(n(cd(z))); } \
    D s_##n##l(D z) { return dd(n(cd(z))); } \
    F s_##n##f(F z) { return ff(n##f(cf(z))); }
#define TO_REAL(n) \
    double s_##n(D z) { return n(cd(z)); } \
    double s_##n##l(D z) { return n(cd(z)); } \
    float s_##n##f(F z) { return n##f(cf(z)); }
TO_COMPLEX(ctanh) TO_COMPLEX(ctan) TO_COMPLEX(csinh) TO_COMPLEX(csin) TO_COMPLEX(cexp) TO_COMPLEX(ccosh)
TO_COMPLEX(ccos) TO_COMPLEX(clog) TO_COMPLEX(csqrt) TO_COMPLEX(cacos) TO_COMPLEX(casin) TO_COMPLEX(catan)
TO_COMPLEX(cacosh) TO_COMPLEX(casinh) TO_COMPLEX(catanh) TO_COMPLEX(conj) TO_COMPLEX(cproj)
TO_REAL(cabs) TO_REAL(carg)
double s_creal(D z) { return z.r; }
double s_creall(D z) { return z.r; }
float s_crealf(F z) { return z.r; }
double s_cimag(D z) { return z.i; }
double s_cimagl(D z) { return z.i; }
float s_cimagf(F z) { return z.i; }
D s_cpow(D a, D b) { return dd(cpow(cd(a), cd(b))); }
D s_cpowl(D a, D b) { return dd(cpow(cd(a), cd(b))); }
F s_cpowf(F a, F b) { return ff(cpowf(cf(a), cf(b))); }
