namespace WhatsCommerce.Groups;

/// <summary>Manages the groups of this client's number. Available as <see cref="WhatsCommerceClient.Groups"/>.</summary>
/// <remarks>
/// Meta processes most changes asynchronously; webhooks with the id of the request report the outcome (<c>group_lifecycle_update</c>,
/// <c>group_settings_update</c>, <c>group_participants_update</c>). Customers join with the invite link; they cannot be added. Send
/// messages to a group with <c>client.Messages</c> and <see cref="Recipient.Group"/>. Source: Meta, groups and groups/reference.
/// </remarks>
public class GroupsClient
{
    private static readonly GraphOperation Creation = new("create_group", ResponseReader.Of(GroupsJson.Default.GroupRequestResponse))
    {
        IsSentOnce = true,
        IfRefused = IGroupApi.IfRefused,
        IfUnknown = "Whether the group is created is not known; the request was not retried. Look for its subject in the list before you "
            + "create it again.",
    };

    private static readonly GraphOperation Picture = new("update_group_picture", ResponseReader.Of(GroupsJson.Default.GroupRequestResponse))
    {
        IfRefused = IGroupApi.IfRefused,
    };

    private readonly GraphTransport _transport = null!;

    private IGroupApi Api => field ??= GraphApi.Create<IGroupApi>(_transport, GroupsJson.Default);

    internal GroupsClient(GraphTransport transport) => _transport = transport;

    /// <summary>Initializes a test double that overrides the methods.</summary>
    protected GroupsClient() { }

    /// <summary>
    /// Requests the creation of a group; a <c>group_lifecycle_update</c> webhook contains its id and its invite link. Never retried when
    /// the outcome is unknown, because a second group would be created.
    /// </summary>
    /// <param name="group">The group.</param>
    /// <param name="cancellationToken">Cancels the call. Once it is under way, its response is awaited for up to five seconds.</param>
    /// <returns>A receipt with the id of the request, which the webhook contains.</returns>
    /// <exception cref="WhatsCommerceValidationException">The group violates rules; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    /// <exception cref="OutcomeUnknownException">The group may or may not be created.</exception>
    public virtual async Task<GroupReceipt> CreateAsync(GroupDraft group, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        group.Check();
        GraphCall call = _transport.Post(
            Creation,
            $"{_transport.Account.RequirePhoneNumberId()}/groups",
            JsonBytes.Write((IJsonBody)group, static (writer, body) => body.WriteTo(writer)));
        return (await _transport.CallAsync<GroupRequestResponse>(call, cancellationToken).ConfigureAwait(false)).ToReceipt();
    }

    /// <summary>Lists the active groups.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public virtual Paged<GroupSummary> ListAsync(CancellationToken cancellationToken = default) => _transport.List(
        async (limit, after, token) => (await Api.List(
            _transport.Account.RequirePhoneNumberId(), Math.Min(limit, GroupLimits.PageSize), after, token).ConfigureAwait(false)).ToPage(),
        cancellationToken);

    /// <summary>Reads a group with its participants.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual Task<Group> GetAsync(GroupId groupId, CancellationToken cancellationToken = default) =>
        Api.Get(groupId, Group.Fields, cancellationToken);

    /// <summary>
    /// Requests a change of the subject or the description of a group; a <c>group_settings_update</c> webhook reports the outcome.
    /// </summary>
    /// <param name="groupId">The group.</param>
    /// <param name="update">The change.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A receipt with the id of the request, if Meta returns one; a webhook reports the outcome.</returns>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="WhatsCommerceValidationException">It violates rules; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<GroupReceipt> UpdateAsync(GroupId groupId, GroupUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        update.Check();
        return (await Api.Update(groupId, update, cancellationToken).ConfigureAwait(false)).ToReceipt();
    }

    /// <summary>Requests a change of the picture of a group; a <c>group_settings_update</c> webhook reports the outcome.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="jpeg">
    /// The picture: a square JPEG, at least 192 pixels wide, at most 5 MB. Only its size and file signature are checked.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A receipt with the id of the request, if Meta returns one; a webhook reports the outcome.</returns>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="WhatsCommerceValidationException">It is not a JPEG, empty or too large; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<GroupReceipt> UpdatePictureAsync(
        GroupId groupId, ReadOnlyMemory<byte> jpeg, CancellationToken cancellationToken = default)
    {
        GraphPath.Check(groupId);
        Violations violations = new();
        if (jpeg.Length > GroupLimits.PictureBytes)
        {
            violations.Add(
                "file",
                ViolationRule.MaxLength,
                Violations.Invariant($"The picture has {jpeg.Length} bytes; at most {GroupLimits.PictureBytes} are allowed."),
                GroupLimits.PictureBytes,
                jpeg.Length);
        }
        else if (!jpeg.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            violations.Add("file", ViolationRule.NotAllowed, "The picture is not a JPEG: its first bytes are different.");
        }

        violations.ThrowIfAny("The picture of the group was not sent");
        using GroupPicture picture = new(jpeg.Span);
        GraphCall call = _transport.Post(Picture, $"{groupId}", picture);
        return (await _transport.CallAsync<GroupRequestResponse>(call, cancellationToken).ConfigureAwait(false)).ToReceipt();
    }

    /// <summary>
    /// Requests the deletion of a group and the removal of all participants; a <c>group_lifecycle_update</c> webhook reports the outcome.
    /// </summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A receipt with the id of the request, if Meta returns one; a webhook reports the outcome.</returns>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<GroupReceipt> DeleteAsync(GroupId groupId, CancellationToken cancellationToken = default) =>
        (await Api.Delete(groupId, cancellationToken).ConfigureAwait(false)).ToReceipt();

    /// <summary>Gets the invite link of a group. Anyone who has it can join, or request to join.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<Uri> GetInviteLinkAsync(GroupId groupId, CancellationToken cancellationToken = default) =>
        ToLink(await Api.GetLink(groupId, cancellationToken).ConfigureAwait(false));

    /// <summary>Resets the invite link of a group: all previous links become invalid.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new link.</returns>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<Uri> ResetInviteLinkAsync(GroupId groupId, CancellationToken cancellationToken = default) =>
        ToLink(await Api.ResetLink(groupId, WhatsAppBody.Instance, cancellationToken).ConfigureAwait(false));

    /// <summary>Lists the requests to join a group with <see cref="JoinApprovalMode.ApprovalRequired"/>.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id; nothing was sent.</exception>
    public virtual Paged<JoinRequest> ListJoinRequestsAsync(GroupId groupId, CancellationToken cancellationToken = default)
    {
        GraphPath.Check(groupId);
        return _transport.List((limit, after, token) => Api.ListRequests(groupId, limit, after, token), cancellationToken);
    }

    /// <summary>Approves requests to join a group.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="requestIds">The ids of the requests.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The approved requests, and those that failed, with the reasons.</returns>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="WhatsCommerceValidationException">There is no id, or a blank one; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual Task<JoinRequestsResult> ApproveJoinRequestsAsync(
        GroupId groupId, IEnumerable<string> requestIds, CancellationToken cancellationToken = default) =>
        DecideAsync(Api.Approve, groupId, requestIds, cancellationToken);

    /// <summary>Rejects requests to join a group; the customers may ask again.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="requestIds">The ids of the requests.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The rejected requests, and those that failed, with the reasons.</returns>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="WhatsCommerceValidationException">There is no id, or a blank one; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual Task<JoinRequestsResult> RejectJoinRequestsAsync(
        GroupId groupId, IEnumerable<string> requestIds, CancellationToken cancellationToken = default) =>
        DecideAsync(Api.Reject, groupId, requestIds, cancellationToken);

    /// <summary>
    /// Requests the removal of participants from a group; a <c>group_participants_update</c> webhook reports who was removed. Removed
    /// participants cannot join again with the invite link.
    /// </summary>
    /// <param name="groupId">The group.</param>
    /// <param name="participants">The participants: phone numbers or user ids, at most 8.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A receipt with the id of the request, if Meta returns one; a webhook reports the outcome.</returns>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="WhatsCommerceValidationException">
    /// There is no participant, more than 8, or one that is not a customer; nothing was sent.
    /// </exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<GroupReceipt> RemoveParticipantsAsync(
        GroupId groupId, IEnumerable<Recipient> participants, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(participants);
        ParticipantsBody body = new([.. participants]);
        body.Check();
        return (await Api.Remove(groupId, body, cancellationToken).ConfigureAwait(false)).ToReceipt();
    }

    private static async Task<JoinRequestsResult> DecideAsync(
        Func<GroupId, JoinRequestsBody, CancellationToken, Task<JoinRequestsResponse>> call,
        GroupId groupId,
        IEnumerable<string> requestIds,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(requestIds);
        JoinRequestsBody body = new([.. requestIds]);
        body.Check();
        return (await call(groupId, body, cancellationToken).ConfigureAwait(false)).ToResult();
    }

    private static Uri ToLink(InviteLinkResponse response) => new(response.InviteLink!, UriKind.RelativeOrAbsolute);
}
