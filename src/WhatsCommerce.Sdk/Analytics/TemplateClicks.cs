namespace WhatsCommerce.Analytics;

/// <summary>Clicks on a button of a template.</summary>
public sealed record TemplateClicks
{
    /// <summary><c>type</c>: <c>quick_reply_button</c>, <c>url_button</c>, or <c>unique_url_button</c>, which counts each customer
    /// once.</summary>
    public string? Type { get; init; }

    /// <summary><c>button_content</c>: the label of the button.</summary>
    [JsonPropertyName("button_content")]
    public string? Button { get; init; }

    /// <summary><c>count</c>: the number of clicks.</summary>
    public long? Count { get; init; }
}
