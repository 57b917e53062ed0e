namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>The cost of one operation in one turn.</summary>
/// <param name="Nanoseconds">The compared figure: processor time, or for a latency the elapsed time.</param>
/// <param name="Wall">The elapsed time, where waiting is part of the operation; <see langword="null"/> where nothing is waited for.</param>
/// <param name="Collections">The number of garbage collections during the turn.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Cost(double Nanoseconds, double? Wall = null, int Collections = 0);
