using WhatsCommerce.Http;
using WhatsCommerce.Json;
using WhatsCommerce.Validation;

namespace WhatsCommerce.Groups;

/// <summary>The groups of this client's number. Available as <see cref="WhatsCommerceClient.Groups"/>.</summary>
/// <remarks>
/// Meta takes most changes as requests, whose outcome webhooks tell with the id of the request (<c>group_lifecycle_update</c>,
/// <c>group_settings_update</c>, <c>group_participants_update</c>). Customers join by the invite link; none can be added. Write to a group
/// with <c>client.Messages</c> and <see cref="Recipient.Group"/>. Source: Meta, groups and groups/reference.
/// </remarks>
public class GroupsClient
{
    private static readonly GraphOperation Creation = new("create_group", AnswerReader.Of(GroupsJson.Default.GroupRequestAnswer))
    {
        IsSentOnce = true,
        IfRefused = IGroupApi.IfRefused,
        IfUnknown = "Whether the group is created is not known; the request was not retried. Look for its subject in the list before you "
            + "create it again.",
    };

    private static readonly GraphOperation Picture = new("update_group_picture", AnswerReader.Of(GroupsJson.Default.GroupRequestAnswer))
    {
        IfRefused = IGroupApi.IfRefused,
    };

    private readonly GraphTransport _transport = null!;

    private IGroupApi Api => field ??= GraphApi.Create<IGroupApi>(_transport, GroupsJson.Default);

    internal GroupsClient(GraphTransport transport) => _transport = transport;

    /// <summary>Initializes a test double that overrides the methods.</summary>
    protected GroupsClient()
    {
    }

    /// <summary>
    /// Asks Meta to create a group; a <c>group_lifecycle_update</c> webhook brings its id and its invite link. Never retried when the
    /// outcome is unknown, because a second group would be created.
    /// </summary>
    /// <param name="group">The group.</param>
    /// <param name="cancellationToken">Cancels the call; see <see cref="SendCanceledException"/> once it is under way.</param>
    /// <returns>The id of the request, which the webhook repeats.</returns>
    /// <exception cref="WhatsCommerceValidationException">The group breaks rules; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    /// <exception cref="OutcomeUnknownException">The group may or may not be created.</exception>
    public virtual async Task<string?> CreateAsync(GroupDraft group, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        group.Check();
        GraphCall call = _transport.Post(
            Creation,
            $"{_transport.Account.RequirePhoneNumberId()}/groups",
            JsonBytes.Write((IJsonBody)group, static (writer, body) => body.WriteTo(writer)));
        return (await _transport.CallAsync<GroupRequestAnswer>(call, cancellationToken).ConfigureAwait(false)).RequestId;
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

    /// <summary>Asks Meta to change the subject or the description of a group; a <c>group_settings_update</c> webhook tells the
    /// outcome.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="update">What is changed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The id of the request, where Meta gives one.</returns>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="WhatsCommerceValidationException">It breaks rules; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<string?> UpdateAsync(GroupId groupId, GroupUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        update.Check();
        return (await Api.Update(groupId, update, cancellationToken).ConfigureAwait(false)).RequestId;
    }

    /// <summary>Asks Meta to change the picture of a group; a <c>group_settings_update</c> webhook tells the outcome.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="jpeg">The picture: JPEG, square, at least 192 pixels wide, at most 5 MB. Its size and beginning are checked, not what
    /// it shows.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The id of the request, where Meta gives one.</returns>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="WhatsCommerceValidationException">It is no JPEG, empty or too large; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<string?> UpdatePictureAsync(
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
            violations.Add("file", ViolationRule.NotAllowed, "The picture is no JPEG: its first bytes are others.");
        }

        violations.ThrowIfAny("The picture of the group was not sent");
        using GroupPicture picture = new(jpeg.Span);
        GraphCall call = _transport.Post(Picture, $"{groupId}", picture);
        return (await _transport.CallAsync<GroupRequestAnswer>(call, cancellationToken).ConfigureAwait(false)).RequestId;
    }

    /// <summary>Asks Meta to delete a group and to remove everybody; a <c>group_lifecycle_update</c> webhook tells the outcome.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The id of the request, where Meta gives one.</returns>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<string?> DeleteAsync(GroupId groupId, CancellationToken cancellationToken = default) =>
        (await Api.Delete(groupId, cancellationToken).ConfigureAwait(false)).RequestId;

    /// <summary>Reads the invite link of a group. Whoever has it can join, or ask to.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<Uri> GetInviteLinkAsync(GroupId groupId, CancellationToken cancellationToken = default) =>
        ToLink(await Api.GetLink(groupId, cancellationToken).ConfigureAwait(false));

    /// <summary>Resets the invite link of a group: all links given out so far are no longer valid.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new link.</returns>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<Uri> ResetInviteLinkAsync(GroupId groupId, CancellationToken cancellationToken = default) =>
        ToLink(await Api.ResetLink(groupId, WhatsAppBody.Instance, cancellationToken).ConfigureAwait(false));

    /// <summary>Lists who wants to join a group of <see cref="JoinApprovalMode.ApprovalRequired"/>.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id; nothing was sent.</exception>
    public virtual Paged<JoinRequest> ListJoinRequestsAsync(GroupId groupId, CancellationToken cancellationToken = default)
    {
        GraphPath.Check(groupId);
        return _transport.List((limit, after, token) => Api.ListRequests(groupId, limit, after, token), cancellationToken);
    }

    /// <summary>Lets customers into a group who asked to join.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="requestIds">The ids of their requests.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Those who are in, and those who are not, with the reason.</returns>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="WhatsCommerceValidationException">There is no request, or a blank id; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual Task<JoinRequestsResult> ApproveJoinRequestsAsync(
        GroupId groupId, IEnumerable<string> requestIds, CancellationToken cancellationToken = default) =>
        AnswerAsync(Api.Approve, groupId, requestIds, cancellationToken);

    /// <summary>Turns customers down who asked to join a group; they may ask again.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="requestIds">The ids of their requests.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Those who were turned down, and those who were not, with the reason.</returns>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="WhatsCommerceValidationException">There is no request, or a blank id; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual Task<JoinRequestsResult> RejectJoinRequestsAsync(
        GroupId groupId, IEnumerable<string> requestIds, CancellationToken cancellationToken = default) =>
        AnswerAsync(Api.Reject, groupId, requestIds, cancellationToken);

    /// <summary>
    /// Asks Meta to remove participants from a group; a <c>group_participants_update</c> webhook tells who was. Who is removed cannot join
    /// again by the invite link.
    /// </summary>
    /// <param name="groupId">The group.</param>
    /// <param name="participants">The participants: phone numbers or user ids, at most 8.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The id of the request, where Meta gives one.</returns>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id; nothing was sent.</exception>
    /// <exception cref="WhatsCommerceValidationException">There is nobody, more than 8, or somebody who is no customer; nothing was
    /// sent.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<string?> RemoveParticipantsAsync(
        GroupId groupId, IEnumerable<Recipient> participants, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(participants);
        ParticipantsBody body = new([.. participants]);
        body.Check();
        return (await Api.Remove(groupId, body, cancellationToken).ConfigureAwait(false)).RequestId;
    }

    private static async Task<JoinRequestsResult> AnswerAsync(
        Func<GroupId, JoinRequestsBody, CancellationToken, Task<JoinRequestsAnswer>> call,
        GroupId groupId,
        IEnumerable<string> requestIds,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(requestIds);
        JoinRequestsBody body = new([.. requestIds]);
        body.Check();
        return (await call(groupId, body, cancellationToken).ConfigureAwait(false)).ToResult();
    }

    private static Uri ToLink(InviteLinkAnswer answer) => new(answer.InviteLink!, UriKind.RelativeOrAbsolute);
}
