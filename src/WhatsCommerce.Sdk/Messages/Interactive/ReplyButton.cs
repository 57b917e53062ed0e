namespace WhatsCommerce.Messages;

/// <summary>Represents a button that sends a reply with your own id when the customer taps it.</summary>
public sealed class ReplyButton
{
    internal ReplyButton(string id, string title)
    {
        Id = id;
        Title = title;
    }

    /// <summary>The id in the reply; the customer does not see it.</summary>
    public string Id { get; }

    /// <summary>The text of the button.</summary>
    public string Title { get; }
}
