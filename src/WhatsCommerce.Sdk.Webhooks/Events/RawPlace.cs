namespace WhatsCommerce.Webhooks;

/// <summary>What <see cref="WebhookEvent.RawJson"/> was in its delivery, so that it can be put into a delivery of its own.</summary>
/// <param name="Member">
/// The member that held it: <c>entry</c>, <c>changes</c>, <c>value</c>, or a member of the value such as <c>messages</c>;
/// <see langword="null"/> for a whole change, or a whole body without the envelope.
/// </param>
/// <param name="IsItem">Whether it is an item of the array there (or a run of items), and not all that the member holds.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RawPlace(string? Member, bool IsItem);
