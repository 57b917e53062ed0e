namespace WhatsCommerce.Calls;

/// <summary>The limits of calls. Source: Meta, calling/user-call-permissions, business-initiated-calls and call-settings.</summary>
public static class CallLimits
{
    /// <summary>
    /// Your own data of a call, returned in its webhooks: 512 characters. Source: Meta OpenAPI v23.0, <c>biz_opaque_callback_data</c>.
    /// </summary>
    public static int CallbackData => 512;

    /// <summary>Requests for the permission to call, to one customer in 24 hours: 1. Source: Meta, calling/user-call-permissions.</summary>
    public static int PermissionRequestsPerDay => 1;

    /// <summary>Requests for the permission to call, to one customer in 7 days: 2. Source: Meta, calling/user-call-permissions.</summary>
    public static int PermissionRequestsPerWeek => 2;

    /// <summary>Days for which a temporary permission is valid: 7. Source: Meta, calling/user-call-permissions.</summary>
    public static int TemporaryPermissionDays => 7;

    /// <summary>
    /// Calls of the business per customer in 24 hours, counting answered ones: 100. Source: Meta, calling/user-call-permissions; 5 and 10
    /// until December 2025.
    /// </summary>
    public static int ConnectedCallsPerDay => 100;

    /// <summary>Time slots of one day of the week: 2. Source: Meta, calling/call-settings, <c>weekly_operating_hours</c>.</summary>
    public static int HoursPerDay => 2;

    /// <summary>Days with exceptional hours: 20. Source: Meta, calling/call-settings, <c>holiday_schedule</c>.</summary>
    public static int Holidays => 20;
}
