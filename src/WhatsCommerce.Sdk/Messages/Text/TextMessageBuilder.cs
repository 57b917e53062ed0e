namespace WhatsCommerce.Messages;

/// <summary>Builds a text message, with any number of links in it.</summary>
/// <remarks>Source: Meta, messages/text-messages.</remarks>
public sealed class TextMessageBuilder : MessageBuilder<TextMessage>
{
    private readonly string? _body;
    private bool? _previewUrl;

    internal TextMessageBuilder(string? body) => _body = NullIfEmpty(body);

    /// <summary>
    /// Requests a link preview, or none. Meta previews the first http or https link; of links to catalogs (<c>https://wa.me/c/...</c>),
    /// all.
    /// </summary>
    /// <param name="preview"><see langword="null"/>, the default, leaves it to Meta.</param>
    public TextMessageBuilder PreviewUrl(bool? preview = true)
    {
        _previewUrl = preview;
        return this;
    }

    private protected override void Validate(Violations violations) =>
        violations.RequireText("text.body", _body, MessageLimits.TextBody, "The text");

    private protected override TextMessage Create() => new(_body!, _previewUrl);
}
