namespace WhatsCommerce.Testing.Judging.Calls;

/// <summary>The Graph errors for calls, each with the HTTP status in Meta's table. Source: Meta, calling/troubleshooting.</summary>
internal static class CallRefusals
{
    public static Refusal NotEnabled() => new(401, 138000, "(#138000) Calling not enabled")
    {
        Details = "Calling APIs are not enabled for this phone number.",
    };

    public static Refusal Uncallable() => new(400, 138001, "(#138001) Receiver Uncallable")
    {
        Details = "Receiver is unable to receive calls.",
    };

    public static Refusal TooManyAtOnce() => new(429, 138002, "(#138002) Concurrent Calls limit")
    {
        Details = $"Limit reached for maximum concurrent calls ({Number(Limits.ConcurrentCalls)}) for the given number.",
    };

    public static Refusal Duplicate() => new(400, 138003, "(#138003) Duplicate call")
    {
        Details = "A call is already ongoing with the receiver.",
    };

    public static Refusal TooManyStarted() => new(429, 138005, "(#138005) Call rate limit exceeded")
    {
        Details = "Limit reached for maximum calls that can be initiated by the business phone number.",
    };

    public static Refusal NoPermission() => new(401, 138006, "(#138006) No approved call permission found")
    {
        Details = "No approved call permission from the recipient.",
    };

    public static Refusal TooManyRequests(DateTimeOffset next) => new(400, 138009, "(#138009) Call Permission Request Limit Hit")
    {
        Details = "Limit reached for call permission request sends for the given business and consumer pair. "
            + $"The next request is allowed at {Number(next.ToUnixTimeSeconds())}.",
    };

    public static Refusal TooManyConnected(DateTimeOffset next) => new(400, 138012, "(#138012) Business Initiated Calls Limit Hit")
    {
        Details = "Limit reached for maximum business initiated calls allowed in 24 hours. "
            + $"The next call is allowed at {Number(next.ToUnixTimeSeconds())}.",
    };

    public static Refusal IsPermanent() => new(
        400, 138017, "(#138017) Call permission request can't be sent because a permanent permission already exists")
    {
        Details = "A permanent permission has already been approved by the user for this business account phone number.",
    };

    public static Refusal ReadTooOften() => new(429, 613, "(#613) Fetch Call Permission For Consumer Phone Number API Limit Hit")
    {
        Details = "Limit reached for requests to the fetch call permission status API.",
    };

    public static Refusal OverSip() => new(400, 131055, "(#131055) Method not allowed")
    {
        Details = "Graph API calls are not allowed for SIP enabled numbers.",
    };

    public static Refusal Unknown() => Refusals.InvalidParameter("Invalid call-id: this phone number has no such call.");

    public static Refusal WrongState(string details) => Refusals.InvalidParameter(details);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
