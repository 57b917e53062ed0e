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
[JsonSerializable(typeof(GroupRequestAnswer))]
[JsonSerializable(typeof(InviteLinkAnswer))]
[JsonSerializable(typeof(Group))]
[JsonSerializable(typeof(GroupsAnswer))]
[JsonSerializable(typeof(PageAnswer<JoinRequest>))]
[JsonSerializable(typeof(JoinRequestsAnswer))]
internal sealed partial class GroupsJson : JsonSerializerContext;

internal sealed class GroupIdConverter() : TextConverter<GroupId>(text => text);
internal sealed class GroupUserIdConverter() : TextConverter<BusinessScopedUserId>(text => text);
internal sealed class JoinApprovalModeConverter() : TextConverter<JoinApprovalMode>(text => new(text));
