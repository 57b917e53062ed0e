namespace WhatsCommerce.Messages;

/// <summary>Builds a message with a button that opens a URL: a body, the button, and any header.</summary>
/// <remarks>Source: Meta, messages/interactive-cta-url-messages.</remarks>
public sealed class CallToActionMessageBuilder : HeadedMessageBuilder<CallToActionMessageBuilder, CallToActionMessage>
{
    private readonly string? _displayText;
    private readonly string? _url;
    private string? _shownText;

    internal CallToActionMessageBuilder(string? displayText, string? url)
    {
        _displayText = displayText;
        _url = url;
    }

    /// <summary>
    /// Truncates a button text that is longer than Meta accepts, with an ellipsis at the end. Otherwise it is a violation. Truncated texts
    /// are listed in <see cref="OutboundMessage.Adjustments"/> and in the receipt of each send.
    /// </summary>
    public CallToActionMessageBuilder ShortenTitles()
    {
        ShortensTitles = true;
        return this;
    }

    private protected override void Validate(Violations violations)
    {
        _shownText = Title("interactive.action.parameters.display_text", _displayText, MessageLimits.ButtonTitle);
        AllowHeader(violations);
        RequireBody(violations);
        AllowFooter(violations);
        violations.RequireText("interactive.action.parameters.display_text", _shownText, MessageLimits.ButtonTitle, "The button's text");
        violations.RequireUrl("interactive.action.parameters.url", _url, "The button");
    }

    private protected override CallToActionMessage Create() => new(HeaderContent, BodyText!, FooterText, _shownText!, _url!);
}
