namespace WhatsCommerce.Webhooks;

/// <summary>Represents the call settings of a number: whether and when it can be called (<c>calling</c>).</summary>
[WebhookPart]
public sealed record CallSettings
{
    /// <summary><c>status</c>: whether it can be called.</summary>
    [Wire("status")]
    public CallSettingStatus Status { get; init; }

    /// <summary><c>call_icon_visibility</c>: where customers see the call button.</summary>
    [Wire("call_icon_visibility")]
    public CallIconVisibility IconVisibility { get; init; }

    /// <summary><c>callback_permission_status</c>: whether a customer who calls is asked for permission to be called back.</summary>
    [Wire("callback_permission_status")]
    public CallSettingStatus CallbackPermission { get; init; }

    /// <summary><c>call_hours.status</c>: whether calls are restricted to certain hours.</summary>
    [Wire("call_hours.status")]
    public CallSettingStatus HoursStatus { get; init; }

    /// <summary><c>call_hours.timezone_id</c>: the time zone of the hours, such as <c>Europe/Paris</c>.</summary>
    [Wire("call_hours.timezone_id", IsId = true)]
    public string? TimeZoneId { get; init; }

    /// <summary><c>call_hours.weekly_operating_hours</c>: the hours of each day of the week.</summary>
    [Wire("call_hours.weekly_operating_hours")]
    public IReadOnlyList<CallHours> WeeklyHours { get; init; } = [];

    /// <summary><c>call_hours.holiday_schedule</c>: exceptional hours on single days.</summary>
    [Wire("call_hours.holiday_schedule")]
    public IReadOnlyList<CallHoliday> Holidays { get; init; } = [];

    /// <summary><c>sip.status</c>: whether calls go through the business's own SIP servers.</summary>
    [Wire("sip.status")]
    public CallSettingStatus SipStatus { get; init; }

    /// <summary><c>sip.servers</c>: the SIP servers.</summary>
    [Wire("sip.servers")]
    public IReadOnlyList<SipServer> SipServers { get; init; } = [];

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
