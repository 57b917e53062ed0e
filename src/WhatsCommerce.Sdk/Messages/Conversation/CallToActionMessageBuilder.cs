using WhatsCommerce.Validation;

namespace WhatsCommerce.Messages;

/// <summary>Builds a message with a button that opens an address: a body, the button, and any header.</summary>
/// <remarks>Source: Meta, messages/interactive-cta-url-messages.</remarks>
public sealed class CallToActionMessageBuilder : HeadedMessageBuilder<CallToActionMessageBuilder, CallToActionMessage>
{
    private readonly string? _displayText;
    private readonly string? _url;

    internal CallToActionMessageBuilder(string? displayText, string? url)
    {
        _displayText = displayText;
        _url = url;
    }

    private protected override void Validate(Violations violations)
    {
        AllowHeader(violations);
        RequireBody(violations);
        AllowFooter(violations);
        violations.RequireText("interactive.action.parameters.display_text", _displayText, MessageLimits.ButtonTitle, "The button's text");
        violations.RequireUrl("interactive.action.parameters.url", _url, "The button");
    }

    private protected override CallToActionMessage Create() => new(HeaderContent, BodyText!, FooterText, _displayText!, _url!);
}
