namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>Specifies how costs are shown.</summary>
internal enum Unit
{
    /// <summary>As a time: less is better.</summary>
    Time,

    /// <summary>As operations per second of processor time: more is better.</summary>
    Rate,

    /// <summary>As a number of its own: less is better.</summary>
    Count,
}
