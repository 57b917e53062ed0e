namespace WhatsCommerce.Testing;

/// <summary>A notice that WhatsApp itself shows in a customer's chat, for example that a message needs a newer app.</summary>
public sealed class ChatNotice : ChatEntry
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}"u8);

    internal ChatNotice(MessageId id, DateTimeOffset at, string sentence)
        : base(id, at) => Text = sentence;

    /// <inheritdoc/>
    public override string Kind => "notice";

    /// <summary>The text of the notice.</summary>
    public override string Text { get; }

    /// <summary>None.</summary>
    public override IReadOnlyList<RetailerId> Products => [];

    /// <summary>None.</summary>
    public override MessageId RepliesTo => default;

    /// <summary>An empty object.</summary>
    public override JsonElement Json => Nothing;

    /// <summary>The text of the notice.</summary>
    public override string ToString() => Text;
}
