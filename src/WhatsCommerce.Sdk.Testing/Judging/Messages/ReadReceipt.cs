namespace WhatsCommerce.Testing.Judging.Messages;

/// <summary>The request marks a customer's message as read, optionally with a typing indicator.</summary>
internal sealed record ReadReceipt(string MessageId, bool IsTyping) : Verdict;
