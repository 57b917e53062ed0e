namespace WhatsCommerce.Testing.Judging.Calls;

/// <summary>
/// The rules for a request to <c>/calls</c> that can be checked by its JSON alone. Source: Meta, calling/business-initiated-calls and
/// user-initiated-calls.
/// </summary>
internal static class CallRules
{
    private const string Actions = "ACCEPT, CONNECT, PRE_ACCEPT, REJECT, TERMINATE";

    public static Refusal? Judge(JsonElement? request, string senderDigits, out CallDemand demand)
    {
        demand = default;
        Address to = default;
        Place place = new(request, "");
        string action = place["action"].Text?.ToLowerInvariant() ?? "";
        string? callId = place["call_id"].Text;

        // Meta's page requires the id of the call; the examples of the OpenAPI description accept and reject by the customer's number.
        bool needsAddress = action == "connect" || string.IsNullOrWhiteSpace(callId);
        Refusal? refusal = RequestRules.MessagingProduct(request)
            ?? (action.Length == 0 ? Refusals.Required("action") : null)
            ?? (action is "connect" or "pre_accept" or "accept" or "reject" or "terminate"
                ? null
                : Refusals.NotOneOf("action", Actions, action))
            ?? (needsAddress && action != "connect" && !place["to"].IsThere && !place["recipient"].IsThere
                ? Refusals.Required("call_id")
                : null)
            ?? (needsAddress ? AddressRules.Judge(request, senderDigits, out to) : null)
            ?? (to.Kind is AddressKind.Group ? Refusals.InvalidParameter("Groups cannot be called.") : null)
            ?? Session(place["session"], action)
            ?? CallbackData(place["biz_opaque_callback_data"]);
        if (refusal is null)
        {
            demand = new(
                action, to, needsAddress ? null : callId, place["session"]["sdp"].Text, place["biz_opaque_callback_data"].Text);
        }

        return refusal;
    }

    // Whether accepting a call requires a session description depends on the state of the call, which may have one from pre_accept.
    private static Refusal? Session(Place session, string action) => action switch
    {
        "connect" => session.IsThere ? SdpRules.Judge(session, "offer") : Refusals.Required("session"),
        "pre_accept" => session.IsThere ? SdpRules.Judge(session, "answer") : Refusals.Required("session"),
        "accept" => session.IsThere ? SdpRules.Judge(session, "answer") : null,
        _ => null,
    };

    private static Refusal? CallbackData(Place data) =>
        !data.IsThere ? null
        : data.Text is not { } text ? Refusals.InvalidParameter($"The parameter {data.Path} must be a string.")
        : Json.Length(text) > Limits.CallbackData ? Refusals.TooLong(data.Path, Limits.CallbackData)
        : null;
}
