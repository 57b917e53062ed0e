namespace WhatsCommerce.Webhooks;

/// <summary>One kind of error of a flow (<c>errors[]</c>).</summary>
public sealed record FlowError
{
    /// <summary><c>error_type</c>, such as <c>TIMEOUT</c>.</summary>
    public string? Type { get; init; }

    /// <summary><c>error_rate</c>: its share of the errors, in percent.</summary>
    public decimal? Rate { get; init; }

    /// <summary><c>error_count</c>.</summary>
    public int? Count { get; init; }

    /// <summary>The members that no property holds.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
