namespace WhatsCommerce.Webhooks;

/// <summary>One kind of error of a flow (<c>errors[]</c>).</summary>
[WebhookPart]
public sealed record FlowError
{
    /// <summary><c>error_type</c>, such as <c>TIMEOUT</c>.</summary>
    [Wire("error_type")]
    public string? Type { get; init; }

    /// <summary><c>error_rate</c>: its share of the errors, in percent.</summary>
    [Wire("error_rate")]
    public decimal? Rate { get; init; }

    /// <summary><c>error_count</c>: the number of errors.</summary>
    [Wire("error_count")]
    public int? Count { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
