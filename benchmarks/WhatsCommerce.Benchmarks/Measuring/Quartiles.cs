namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>The median and the quartiles of a set of values.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Quartiles(double Lower, double Median, double Upper)
{
    public static Quartiles Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new(sorted[sorted.Length / 4], sorted[sorted.Length / 2], sorted[sorted.Length * 3 / 4]);
    }

    /// <summary>Returns the quartiles of the inverse values.</summary>
    public Quartiles Invert() => new(1 / Upper, 1 / Median, 1 / Lower);
}
