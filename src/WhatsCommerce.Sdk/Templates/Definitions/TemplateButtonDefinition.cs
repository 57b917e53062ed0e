namespace WhatsCommerce.Templates;

/// <summary>A button of a template, or of a card.</summary>
public sealed class TemplateButtonDefinition
{
    internal TemplateButtonDefinition(
        TemplateButtonType type, string? text = null, string? url = null, string? phoneNumber = null, string? example = null)
    {
        Type = type;
        Text = text;
        Url = url;
        PhoneNumber = phoneNumber;
        Example = example;
    }

    /// <summary>The type.</summary>
    public TemplateButtonType Type { get; }

    /// <summary>The label; <see langword="null"/> where Meta sets it.</summary>
    public string? Text { get; }

    /// <summary>The URL that it opens, which may end with one variable.</summary>
    public string? Url { get; }

    /// <summary>The number that it calls.</summary>
    public string? PhoneNumber { get; }

    /// <summary>The example of the variable in <see cref="Url"/> for Meta's review, or of the code that it copies.</summary>
    public string? Example { get; }

    /// <summary>Other members: <c>flow_id</c>, <c>otp_type</c>, <c>payment_link_preview</c> and others.</summary>
    public IReadOnlyDictionary<string, JsonElement> OtherFields { get; internal init; } = Fields.None;
}
