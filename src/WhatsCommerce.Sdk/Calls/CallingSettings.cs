namespace WhatsCommerce.Calls;

/// <summary>Represents the call settings of a number: whether and when customers can call.</summary>
/// <remarks>
/// A setting is <see langword="null"/> when Meta does not report it, or reports an undocumented value. Source: Meta,
/// calling/call-settings.
/// </remarks>
public sealed record CallingSettings
{
    /// <summary><c>status</c>: whether calling is enabled. Disabled for a new number.</summary>
    public bool? IsEnabled { get; init; }

    /// <summary><c>call_icon_visibility</c>: whether customers see the call button in the chat and on the profile.</summary>
    public bool? ShowsCallIcons { get; init; }

    /// <summary>
    /// <c>call_icons.restrict_to_user_countries</c>: the countries whose customers see the call button, such as <c>BR</c>; empty for all.
    /// </summary>
    public IReadOnlyList<string> IconCountries { get; init; } = [];

    /// <summary><c>callback_permission_status</c>: whether a customer who calls allows the business to call back.</summary>
    public bool? RequestsCallbackPermission { get; init; }

    /// <summary><c>call_hours</c>; <see langword="null"/> when there are none.</summary>
    public CallingHours? Hours { get; init; }

    /// <summary><c>audio.additional_codecs</c>, in addition to Opus: <c>PCMA</c>, <c>PCMU</c>.</summary>
    public IReadOnlyList<string> AdditionalCodecs { get; init; } = [];

    /// <summary>
    /// <c>sip.status</c>: whether calls go through SIP servers of the business. The methods of <see cref="CallsClient"/> that start, answer
    /// and end calls then fail with error 131055.
    /// </summary>
    public bool? UsesSip { get; init; }

    /// <summary><c>sip.servers</c>: the SIP servers of the business.</summary>
    public IReadOnlyList<CallingSipServer> SipServers { get; init; } = [];
}
