using WhatsCommerce.Validation;

namespace WhatsCommerce.Messages;

/// <summary>Builds a message with reply buttons: a body, up to three buttons, and any header.</summary>
/// <remarks>The answer comes as an interactive reply with the id of the button. Source: Meta,
/// messages/interactive-reply-buttons-messages.</remarks>
public sealed class ReplyButtonsMessageBuilder : HeadedMessageBuilder<ReplyButtonsMessageBuilder, ReplyButtonsMessage>
{
    private readonly List<ReplyButton> _buttons = [];

    internal ReplyButtonsMessageBuilder()
    {
    }

    /// <summary>Adds a button; a message has one to <see cref="MessageLimits.ReplyButtons"/>.</summary>
    /// <param name="id">What the answer carries, at most <see cref="MessageLimits.ReplyButtonId"/> characters; the customer does not see
    /// it.</param>
    /// <param name="title">What the button says, at most <see cref="MessageLimits.ButtonTitle"/> characters; each button says something
    /// else.</param>
    public ReplyButtonsMessageBuilder Button(string? id, string? title)
    {
        _buttons.Add(new ReplyButton(id ?? "", title ?? ""));
        return this;
    }

    private protected override void Validate(Violations violations)
    {
        AllowHeader(violations);
        RequireBody(violations);
        AllowFooter(violations);
        violations.RequireCount("interactive.action.buttons", _buttons.Count, MessageLimits.ReplyButtons, "buttons");

        HashSet<string> ids = [];
        HashSet<string> titles = [];
        for (int i = 0; i < _buttons.Count; i++)
        {
            WirePath title = new("interactive.action.buttons[{0}].reply.title", i);
            violations.RequireReplyId(
                new("interactive.action.buttons[{0}].reply.id", i), _buttons[i].Id, MessageLimits.ReplyButtonId, ids, "The button's id");
            violations.RequireText(title, _buttons[i].Title, MessageLimits.ButtonTitle, "The button's title");
            violations.RequireUnique(title, _buttons[i].Title, titles, "The button's title");
        }
    }

    private protected override ReplyButtonsMessage Create() => new(HeaderContent, BodyText!, FooterText, [.. _buttons]);
}
