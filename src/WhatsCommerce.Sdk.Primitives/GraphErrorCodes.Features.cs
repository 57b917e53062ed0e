namespace WhatsCommerce;

/// <content>Flows; Block list; Calling; Groups.</content>
public static partial class GraphErrorCodes
{
    // Flows.

    /// <summary>Flows cannot be created or published for the integrity of the account.</summary>
    public const int FlowIntegrity = 139000;

    /// <summary>The flow could not be updated: it is published, or its JSON is wrong.</summary>
    public const int FlowUpdateFailed = 139001;

    /// <summary>The flow could not be published: its state, its JSON, its endpoint or its key.</summary>
    public const int FlowPublishFailed = 139002;

    /// <summary>The flow could not be deprecated: it is not published, or deprecated already.</summary>
    public const int FlowDeprecationFailed = 139003;

    /// <summary>The flow could not be deleted: it is published.</summary>
    public const int FlowDeletionFailed = 139004;

    // Block list.

    /// <summary>Some or all of the users could not be blocked or unblocked.</summary>
    public const int BlockingFailed = 139100;

    /// <summary>The block list has as many users as it may: 64,000.</summary>
    public const int BlockListFull = 139101;

    /// <summary>The block list changed while it was being read.</summary>
    public const int BlockListChanged = 139102;

    /// <summary>The block list failed inside: try again.</summary>
    public const int BlockListInternalError = 139103;

    // Calling.

    /// <summary>Calling is not switched on for the number.</summary>
    public const int CallingNotEnabled = 138000;

    /// <summary>The recipient cannot take calls: not on WhatsApp, terms not accepted, or an app that cannot.</summary>
    public const int ReceiverUncallable = 138001;

    /// <summary>The number has as many calls at once as it may.</summary>
    public const int ConcurrentCallLimit = 138002;

    /// <summary>A call with this recipient is under way already.</summary>
    public const int CallDuplicate = 138003;

    /// <summary>The call could not be connected.</summary>
    public const int CallConnectionFailed = 138004;

    /// <summary>The number began as many calls as it may.</summary>
    public const int CallInitiationRateLimit = 138005;

    /// <summary>The recipient has not allowed calls.</summary>
    public const int CallPermissionMissing = 138006;

    /// <summary>The call could not be connected in time.</summary>
    public const int CallConnectionTimeout = 138007;

    /// <summary>The recipient was asked for the permission as often as is allowed.</summary>
    public const int CallPermissionRequestLimit = 138009;

    /// <summary>As many calls were connected in 24 hours as is allowed.</summary>
    public const int CallLimit = 138012;

    /// <summary>The permission to call was read too often.</summary>
    public const int CallPermissionReadLimit = 138013;

    /// <summary>Calling cannot be switched on: something that it needs is missing.</summary>
    public const int CallingNotAvailable = 138018;

    // Groups.

    /// <summary>A group of a single member takes no messages.</summary>
    public const int GroupOfOne = 131020;

    /// <summary>There is no such group, or the number is not in it.</summary>
    public const int GroupUnknown = 131041;

    /// <summary>The request succeeded for some of the participants only.</summary>
    public const int GroupPartlyDone = 131201;

    /// <summary>A participant is named twice.</summary>
    public const int GroupDuplicateParticipant = 131202;

    /// <summary>The group would have more participants than it may.</summary>
    public const int GroupTooLarge = 131204;

    /// <summary>The group violates a policy.</summary>
    public const int GroupSuspended = 131207;

    /// <summary>The number made too many group operations.</summary>
    public const int GroupRateLimit = 131208;

    /// <summary>The picture of the group is not square.</summary>
    public const int GroupPictureNotSquare = 131209;

    /// <summary>The picture of the group is smaller than 192 pixels.</summary>
    public const int GroupPictureTooSmall = 131210;

    /// <summary>The number has created as many groups as it may.</summary>
    public const int GroupLimitReached = 131211;

    /// <summary>The participant is not in the group.</summary>
    public const int GroupParticipantMissing = 131212;

    /// <summary>There is no such request to join.</summary>
    public const int GroupJoinRequestMissing = 131213;

    /// <summary>No groups can be created for a time, because of too many marketing messages.</summary>
    public const int GroupCreationDisabled = 131214;

    /// <summary>The number may not use groups.</summary>
    public const int GroupsNotAvailable = 131215;
}
