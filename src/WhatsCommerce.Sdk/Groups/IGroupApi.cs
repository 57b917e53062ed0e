namespace WhatsCommerce.Groups;

/// <summary>The groups of a number. Source: Meta, groups/reference; OpenAPI v23.0, <c>/{Phone-Number-ID}/groups</c> and
/// <c>/{group_id}</c>.</summary>
internal interface IGroupApi
{
    /// <summary>What to check when Meta rejects a request about groups.</summary>
    const string IfRefused = " Groups are for official business accounts that may write to 100,000 customers a day.";

    [Get("/{number}/groups"), GraphOperation("list_groups", IfRefused = IfRefused)]
    Task<GroupsResponse> List(PhoneNumberId number, int limit, string? after, CancellationToken cancellationToken);

    [Get("/{group}"), GraphOperation("get_group", IfRefused = IfRefused)]
    Task<Group> Get(GroupId group, string fields, CancellationToken cancellationToken);

    [Post("/{group}"), GraphOperation("update_group", IfRefused = IfRefused)]
    Task<GroupRequestResponse> Update(GroupId group, [Body] GroupUpdate update, CancellationToken cancellationToken);

    [Delete("/{group}"), GraphOperation("delete_group", IfRefused = IfRefused)]
    Task<GroupRequestResponse> Delete(GroupId group, CancellationToken cancellationToken);

    [Get("/{group}/invite_link"), GraphOperation("get_invite_link", IfRefused = IfRefused)]
    Task<InviteLinkResponse> GetLink(GroupId group, CancellationToken cancellationToken);

    [Post("/{group}/invite_link"), GraphOperation("reset_invite_link", IfRefused = IfRefused)]
    Task<InviteLinkResponse> ResetLink(GroupId group, [Body] WhatsAppBody body, CancellationToken cancellationToken);

    [Get("/{group}/join_requests"), GraphOperation("list_join_requests", IfRefused = IfRefused)]
    Task<PageResponse<JoinRequest>> ListRequests(GroupId group, int limit, string? after, CancellationToken cancellationToken);

    [Post("/{group}/join_requests"), GraphOperation("approve_join_requests", IfRefused = IfRefused)]
    Task<JoinRequestsResponse> Approve(GroupId group, [Body] JoinRequestsBody requests, CancellationToken cancellationToken);

    [Delete("/{group}/join_requests"), GraphOperation("reject_join_requests", IfRefused = IfRefused)]
    Task<JoinRequestsResponse> Reject(GroupId group, [Body] JoinRequestsBody requests, CancellationToken cancellationToken);

    [Delete("/{group}/participants"), GraphOperation("remove_participants", IfRefused = IfRefused)]
    Task<GroupRequestResponse> Remove(GroupId group, [Body] ParticipantsBody participants, CancellationToken cancellationToken);
}
