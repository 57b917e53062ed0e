using System.Xml;

namespace WhatsCommerce.Calls;

/// <summary>The JSON of a permission to call.</summary>
internal sealed record CallPermissionsResponse(PermissionResponse? Permission, IReadOnlyList<ActionResponse>? Actions) : IGraphResponse
{
    bool IGraphResponse.IsComplete => Permission?.Status is { Length: > 0 };

    public CallPermissionState ToState() => new()
    {
        Status = new(Permission!.Status),
        ExpiresAt = Permission.ExpirationTime ?? Permission.Expiration,
        Actions = [.. (Actions ?? []).Select(action => action.ToAction())],
    };
}

/// <summary>Meta's example has <c>expiration_time</c>, its table of parameters <c>expiration</c>.</summary>
internal sealed record PermissionResponse(string? Status, DateTimeOffset? ExpirationTime, DateTimeOffset? Expiration);

internal sealed record ActionResponse(string? ActionName, bool? CanPerformAction, IReadOnlyList<LimitResponse>? Limits)
{
    public CallAction ToAction() => new()
    {
        Name = new(ActionName),
        IsAllowed = CanPerformAction ?? false,
        Limits = [.. (Limits ?? []).Select(limit => limit.ToLimit())],
    };
}

internal sealed record LimitResponse(string? TimePeriod, int? MaxAllowed, int? CurrentUsage, DateTimeOffset? LimitExpirationTime)
{
    public CallActionLimit ToLimit() => new()
    {
        Period = PeriodOf(TimePeriod),
        Allowed = MaxAllowed,
        Used = CurrentUsage,
        ResetsAt = LimitExpirationTime,
    };

    // Meta's page writes PT24H and P7D, the OpenAPI description 24h.
    private static TimeSpan? PeriodOf(string? text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) ? null
                : XmlConvert.ToTimeSpan(text.StartsWith('P') ? text : "PT" + text.ToUpperInvariant());
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return null;
        }
    }
}
