namespace WhatsCommerce.Analytics;

/// <summary>Represents the costs of the messages of a template.</summary>
public sealed record TemplateCost
{
    /// <summary><c>type</c>: <c>amount_spent</c>, <c>cost_per_delivered</c> or <c>cost_per_url_button_click</c>.</summary>
    public string? Type { get; init; }

    /// <summary><c>value</c>, in the currency of the account.</summary>
    public decimal? Value { get; init; }
}
