namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>What one operation took in one turn.</summary>
/// <param name="Nanoseconds">What is compared: processor time, or for a latency the time that was waited.</param>
/// <param name="Wall">By the wall clock, where it differs for another reason than other work on the machine; null where nothing is waited for.</param>
/// <param name="Collections">How many garbage collections fell into the turn.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Cost(double Nanoseconds, double? Wall = null, int Collections = 0);
