namespace WhatsCommerce.Messages;

/// <summary>Builds a message with reply buttons: a body, up to three buttons, and any header.</summary>
/// <remarks>The customer's reply arrives as an interactive reply with the id of the button. Source: Meta,
/// messages/interactive-reply-buttons-messages.</remarks>
public sealed class ReplyButtonsMessageBuilder : HeadedMessageBuilder<ReplyButtonsMessageBuilder, ReplyButtonsMessage>
{
    private readonly List<ReplyButton> _buttons = [];
    private List<ReplyButton> _shown = [];

    internal ReplyButtonsMessageBuilder() { }

    /// <summary>Adds a button; a message has one to <see cref="MessageLimits.ReplyButtons"/>.</summary>
    /// <param name="id">
    /// The id in the reply, at most <see cref="MessageLimits.ReplyButtonId"/> characters; the customer does not see it.
    /// </param>
    /// <param name="title">
    /// The text of the button, at most <see cref="MessageLimits.ButtonTitle"/> characters; unique among the buttons.
    /// </param>
    public ReplyButtonsMessageBuilder Button(string? id, string? title)
    {
        _buttons.Add(new ReplyButton(id ?? "", title ?? ""));
        return this;
    }

    /// <summary>
    /// Truncates titles of buttons that are longer than Meta accepts, with an ellipsis at the end. Otherwise they are violations. Truncated
    /// texts are listed in <see cref="OutboundMessage.Adjustments"/> and in the receipt of each send.
    /// </summary>
    public ReplyButtonsMessageBuilder ShortenTitles()
    {
        ShortensTitles = true;
        return this;
    }

    private protected override void Validate(Violations violations)
    {
        _shown = ShortensTitles ? [.. _buttons.Select(Shorten)] : _buttons;
        AllowHeader(violations);
        RequireBody(violations);
        AllowFooter(violations);
        violations.RequireCount("interactive.action.buttons", _shown.Count, MessageLimits.ReplyButtons, "buttons");

        HashSet<string> ids = [];
        HashSet<string> titles = [];
        for (int i = 0; i < _shown.Count; i++)
        {
            WirePath title = new("interactive.action.buttons[{0}].reply.title", i);
            violations.RequireReplyId(
                new("interactive.action.buttons[{0}].reply.id", i), _shown[i].Id, MessageLimits.ReplyButtonId, ids, "The button's id");
            violations.RequireText(title, _shown[i].Title, MessageLimits.ButtonTitle, "The button's title");
            violations.RequireUnique(title, _shown[i].Title, titles, "The button's title");
        }
    }

    private protected override ReplyButtonsMessage Create() => new(HeaderContent, BodyText!, FooterText, [.. _shown]);

    private ReplyButton Shorten(ReplyButton button, int index) => new(
        button.Id, Title(new("interactive.action.buttons[{0}].reply.title", index), button.Title, MessageLimits.ButtonTitle)!);
}
