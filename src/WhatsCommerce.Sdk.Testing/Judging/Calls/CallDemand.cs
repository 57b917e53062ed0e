namespace WhatsCommerce.Testing.Judging.Calls;

/// <summary>
/// The action that a business requests for a call: <c>connect</c>, <c>pre_accept</c>, <c>accept</c>, <c>reject</c> or <c>terminate</c>.
/// </summary>
/// <param name="Action">The action.</param>
/// <param name="To">The customer. With actions other than <c>connect</c>, set only if the request has no call id.</param>
/// <param name="CallId">The call.</param>
/// <param name="Sdp">The session description of the business.</param>
/// <param name="CallbackData">The callback data, which webhooks return.</param>
internal readonly record struct CallDemand(string Action, Address To, string? CallId, string? Sdp, string? CallbackData)
{
    // The address may be a phone number, which must not get into a log through ToString.
    public override string ToString() => Action;
}
