namespace WhatsCommerce.Calls;

/// <summary>The JSON of a number's settings, as far as it is about calls.</summary>
internal sealed record NumberSettingsResponse(CallingResponse? Calling) : IGraphResponse
{
    // A number that never had calling enabled has no such member.
    bool IGraphResponse.IsComplete => true;
}

internal sealed record CallingResponse(
    string? Status,
    string? CallIconVisibility,
    CallIconsResponse? CallIcons,
    string? CallbackPermissionStatus,
    CallHoursResponse? CallHours,
    SipResponse? Sip,
    AudioResponse? Audio)
{
    public CallingSettings ToSettings() => new()
    {
        IsEnabled = IsOn(Status),
        ShowsCallIcons = CallIconVisibility?.ToUpperInvariant() switch
        {
            "DEFAULT" or "VISIBLE" => true,
            "DISABLE_ALL" or "HIDDEN" => false,
            _ => null,
        },
        IconCountries = CallIcons?.RestrictToUserCountries ?? [],
        RequestsCallbackPermission = IsOn(CallbackPermissionStatus),
        Hours = CallHours?.ToHours(),
        AdditionalCodecs = Audio?.AdditionalCodecs ?? [],
        UsesSip = IsOn(Sip?.Status),
        SipServers = [.. (Sip?.Servers ?? []).Select(server => new CallingSipServer(server.Hostname ?? "", server.Port))],
    };

    // Meta's page writes these words in upper case, the OpenAPI description in lower case.
    public static bool? IsOn(string? status) => status?.ToUpperInvariant() switch
    {
        "ENABLED" => true,
        "DISABLED" => false,
        _ => null,
    };
}

internal sealed record CallIconsResponse(IReadOnlyList<string>? RestrictToUserCountries);
internal sealed record SipResponse(string? Status, IReadOnlyList<SipServerResponse>? Servers);
internal sealed record SipServerResponse(string? Hostname, int? Port);
internal sealed record AudioResponse(IReadOnlyList<string>? AdditionalCodecs);

internal sealed record CallHoursResponse(
    string? Status,
    string? TimezoneId,
    IReadOnlyList<WeeklyHoursResponse>? WeeklyOperatingHours,
    IReadOnlyList<HolidayResponse>? HolidaySchedule)
{
    // An unreadable slot is left out: half of a time is worse than none.
    public CallingHours ToHours() => new()
    {
        IsEnabled = CallingResponse.IsOn(Status) ?? false,
        TimeZoneId = TimezoneId,
        Weekly = [.. (WeeklyOperatingHours ?? []).Select(slot => slot.ToSlot()).OfType<CallingSlot>()],
        Holidays = [.. (HolidaySchedule ?? []).Select(holiday => holiday.ToHoliday()).OfType<CallingHoliday>()],
    };
}

internal sealed record WeeklyHoursResponse(string? DayOfWeek, string? OpenTime, string? CloseTime)
{
    public CallingSlot? ToSlot() => Enum.TryParse(DayOfWeek, ignoreCase: true, out DayOfWeek day) && Enum.IsDefined(day)
        && CallingTime.TryParse(OpenTime, out TimeOnly opens) && CallingTime.TryParse(CloseTime, out TimeOnly closes)
        ? new(day, opens, closes)
        : null;
}

internal sealed record HolidayResponse(string? Date, string? StartTime, string? EndTime, string? OpenTime, string? CloseTime)
{
    // The examples of Meta's page have start_time and end_time, its table of parameters open_time and close_time.
    public CallingHoliday? ToHoliday() =>
        DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
        && CallingTime.TryParse(StartTime ?? OpenTime, out TimeOnly opens)
        && CallingTime.TryParse(EndTime ?? CloseTime, out TimeOnly closes)
            ? new(date, opens, closes)
            : null;
}
