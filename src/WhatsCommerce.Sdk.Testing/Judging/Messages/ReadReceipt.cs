namespace WhatsCommerce.Testing.Judging.Messages;

/// <summary>The request marks a customer's message as read, and may show that the business is typing.</summary>
internal sealed record ReadReceipt(string MessageId, bool IsTyping) : Verdict;
