namespace WhatsCommerce.Messages;

/// <summary>Builds a text message with a link to the catalog of a business phone number, shown with the catalog's preview.</summary>
/// <remarks>
/// The catalog must be visible in the number's commerce settings, or customers see "Invalid catalog link".
/// Source: Meta, catalogs/sell-products-and-services/share-products, "Catalog links".
/// </remarks>
public sealed class CatalogLinkMessageBuilder : MessageBuilder<TextMessage>
{
    private readonly PhoneNumber _phoneNumber;
    private readonly string? _problem;
    private Func<string, string> _wording = link => link;
    private bool? _previewUrl = true;

    internal CatalogLinkMessageBuilder(PhoneNumber phoneNumber, string? problem)
    {
        _phoneNumber = phoneNumber;
        _problem = problem;
    }

    /// <summary>Sets the text; the link follows on a separate line.</summary>
    /// <param name="text">
    /// Together with the link, at most <see cref="MessageLimits.TextBody"/> characters; null or empty for the link alone.
    /// </param>
    public CatalogLinkMessageBuilder Body(string? text)
    {
        _wording = string.IsNullOrEmpty(text) ? link => link : link => $"{text}\n{link}";
        return this;
    }

    /// <summary>
    /// Sets a text with the link at any position: <c>.Body(link =&gt; $"All of it is at {link}, have a look!")</c>.
    /// </summary>
    /// <param name="wording">Creates the text from the link; it must contain the link.</param>
    public CatalogLinkMessageBuilder Body(Func<string, string> wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        _wording = wording;
        return this;
    }

    /// <summary>Turns the preview of the catalog on (the default) or off.</summary>
    /// <param name="preview"><see langword="null"/> leaves it to Meta.</param>
    public CatalogLinkMessageBuilder PreviewUrl(bool? preview = true)
    {
        _previewUrl = preview;
        return this;
    }

    private string Link => $"https://wa.me/c/{_phoneNumber.Digits}";

    private protected override void Validate(Violations violations)
    {
        if (_problem is not null)
        {
            violations.Add("text.body", ViolationRule.Format, $"The catalog link needs the phone number of the business. {_problem}");
            return;
        }

        string body = _wording(Link);
        violations.RequireText("text.body", body, MessageLimits.TextBody, "The text");
        if (body is not null && !body.Contains(Link, StringComparison.Ordinal))
        {
            violations.Add("text.body", ViolationRule.Required, "The wording leaves the catalog link out; use the link that it is given.");
        }
    }

    private protected override TextMessage Create() => new(_wording(Link), _previewUrl);
}
