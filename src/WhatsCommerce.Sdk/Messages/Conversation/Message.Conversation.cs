namespace WhatsCommerce.Messages;

public static partial class Message
{
    /// <summary>A plain text.</summary>
    /// <param name="body">At most <see cref="MessageLimits.TextBody"/> characters; formatting such as *bold* and links are allowed.</param>
    public static TextMessageBuilder Text(string? body) => new(body);
}
