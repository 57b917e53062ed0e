namespace WhatsCommerce.Webhooks;

/// <summary>The place of <see cref="WebhookEvent.RawJson"/> in its delivery, so that it can be put into a separate delivery.</summary>
/// <param name="Member">
/// The member that contained it: <c>entry</c>, <c>changes</c>, <c>value</c>, or a member of the value such as <c>messages</c>;
/// <see langword="null"/> for a whole change, or a whole body without the envelope.
/// </param>
/// <param name="IsItem">Whether it is an item of the array (or consecutive items), and not the whole member.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RawPlace(string? Member, bool IsItem);
