namespace WhatsCommerce.Calls;

/// <summary>The JSON of a number's settings, as far as it is about calls.</summary>
internal sealed record NumberSettingsAnswer(CallingAnswer? Calling) : IGraphAnswer
{
    // A number that never had calling enabled has no such member.
    bool IGraphAnswer.IsComplete => true;
}

internal sealed record CallingAnswer(
    string? Status,
    string? CallIconVisibility,
    CallIconsAnswer? CallIcons,
    string? CallbackPermissionStatus,
    CallHoursAnswer? CallHours,
    SipAnswer? Sip,
    AudioAnswer? Audio)
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

internal sealed record CallIconsAnswer(IReadOnlyList<string>? RestrictToUserCountries);
internal sealed record SipAnswer(string? Status, IReadOnlyList<SipServerAnswer>? Servers);
internal sealed record SipServerAnswer(string? Hostname, int? Port);
internal sealed record AudioAnswer(IReadOnlyList<string>? AdditionalCodecs);

internal sealed record CallHoursAnswer(
    string? Status,
    string? TimezoneId,
    IReadOnlyList<WeeklyHoursAnswer>? WeeklyOperatingHours,
    IReadOnlyList<HolidayAnswer>? HolidaySchedule)
{
    // An unreadable slot is left out: half of a time is worse than none.
    public CallingHours ToHours() => new()
    {
        IsEnabled = CallingAnswer.IsOn(Status) ?? false,
        TimeZoneId = TimezoneId,
        Weekly = [.. (WeeklyOperatingHours ?? []).Select(slot => slot.ToSlot()).OfType<CallingSlot>()],
        Holidays = [.. (HolidaySchedule ?? []).Select(holiday => holiday.ToHoliday()).OfType<CallingHoliday>()],
    };
}

internal sealed record WeeklyHoursAnswer(string? DayOfWeek, string? OpenTime, string? CloseTime)
{
    public CallingSlot? ToSlot() => Enum.TryParse(DayOfWeek, ignoreCase: true, out DayOfWeek day) && Enum.IsDefined(day)
        && CallingTime.TryParse(OpenTime, out TimeOnly opens) && CallingTime.TryParse(CloseTime, out TimeOnly closes)
        ? new(day, opens, closes)
        : null;
}

internal sealed record HolidayAnswer(string? Date, string? StartTime, string? EndTime, string? OpenTime, string? CloseTime)
{
    // The examples of Meta's page have start_time and end_time, its table of parameters open_time and close_time.
    public CallingHoliday? ToHoliday() =>
        DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
        && CallingTime.TryParse(StartTime ?? OpenTime, out TimeOnly opens)
        && CallingTime.TryParse(EndTime ?? CloseTime, out TimeOnly closes)
            ? new(date, opens, closes)
            : null;
}
