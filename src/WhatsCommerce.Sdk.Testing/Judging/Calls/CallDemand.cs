namespace WhatsCommerce.Testing.Judging.Calls;

/// <summary>
/// What the business wants of a call: <c>connect</c>, <c>pre_accept</c>, <c>accept</c>, <c>reject</c> or <c>terminate</c>.
/// </summary>
/// <param name="Action">The action.</param>
/// <param name="To">The customer; of all actions but <c>connect</c> only where the call is not named.</param>
/// <param name="CallId">The call.</param>
/// <param name="Sdp">The session description of the business.</param>
/// <param name="CallbackData">What webhooks give back.</param>
internal readonly record struct CallDemand(string Action, Address To, string? CallId, string? Sdp, string? CallbackData)
{
    // The address may be a phone number: it must not reach a log by way of ToString.
    public override string ToString() => Action;
}
