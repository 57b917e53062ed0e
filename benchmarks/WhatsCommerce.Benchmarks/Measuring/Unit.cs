namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>How costs are shown.</summary>
internal enum Unit
{
    /// <summary>As a time: less is better.</summary>
    Time,

    /// <summary>As operations in a second of processor time: more is better.</summary>
    Rate,
}
