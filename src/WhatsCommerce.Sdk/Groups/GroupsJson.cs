namespace WhatsCommerce.Groups;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(GroupIdConverter),
        typeof(GroupUserIdConverter),
        typeof(JoinApprovalModeConverter),
        typeof(GraphTimeConverter),
        typeof(DigitsConverter),
    ])]
[JsonSerializable(typeof(GroupRequestResponse))]
[JsonSerializable(typeof(InviteLinkResponse))]
[JsonSerializable(typeof(Group))]
[JsonSerializable(typeof(GroupsResponse))]
[JsonSerializable(typeof(PageResponse<JoinRequest>))]
[JsonSerializable(typeof(JoinRequestsResponse))]
internal sealed partial class GroupsJson : JsonSerializerContext;

internal sealed class GroupIdConverter() : TextConverter<GroupId>(text => text);
internal sealed class GroupUserIdConverter() : TextConverter<BusinessScopedUserId>(text => text);
internal sealed class JoinApprovalModeConverter() : TextConverter<JoinApprovalMode>(text => new(text));
