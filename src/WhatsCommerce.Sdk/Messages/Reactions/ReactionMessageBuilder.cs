namespace WhatsCommerce.Messages;

/// <summary>Builds a reaction: an emoji on a message, or its removal.</summary>
/// <remarks>
/// Fails with 131009 if the message is older than 30 days or is itself a reaction.
/// Source: Meta, messages/reaction-messages.
/// </remarks>
public sealed class ReactionMessageBuilder : MessageBuilder<ReactionMessage>
{
    private readonly MessageId _messageId;
    private readonly string? _emoji;
    private readonly bool _removes;

    internal ReactionMessageBuilder(MessageId messageId, string? emoji, bool removes)
    {
        _messageId = messageId;
        _emoji = emoji;
        _removes = removes;
    }

    private protected override void Validate(Violations violations)
    {
        violations.RequireMessageId("reaction.message_id", _messageId);
        if (_removes)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(_emoji))
        {
            violations.Add(
                "reaction.emoji", ViolationRule.Required, "There is no emoji; to take a reaction back use Message.RemoveReaction.");
        }
        else if (!IsOneEmoji(_emoji))
        {
            violations.Add(
                "reaction.emoji", ViolationRule.Format, "A reaction is one emoji, such as 👍; a text is sent with Message.Text.");
        }
    }

    private protected override ReactionMessage Create() => new(_messageId, _emoji);

    // The set of emoji changes every year; a letter, or more than one character, is certainly not one.
    private static bool IsOneEmoji(string text) => Scalars.AreWhole(text)
        && StringInfo.GetNextTextElementLength(text) == text.Length
        && (text.Length > 1 || !char.IsAscii(text[0]))
        && !Rune.IsWhiteSpace(Rune.GetRuneAt(text, 0));
}
