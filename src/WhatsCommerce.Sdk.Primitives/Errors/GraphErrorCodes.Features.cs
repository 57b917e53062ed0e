namespace WhatsCommerce;

/// <content>Flows; Block list; Calling; Conversation routing; Groups.</content>
public static partial class GraphErrorCodes
{
    // Flows.

    /// <summary>Flows cannot be created or published because of the account's integrity.</summary>
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

    /// <summary>The block list is full: 64,000 users.</summary>
    public const int BlockListFull = 139101;

    /// <summary>The block list changed while it was being read.</summary>
    public const int BlockListChanged = 139102;

    /// <summary>Internal error of the block list: retry.</summary>
    public const int BlockListInternalError = 139103;

    // Calling.

    /// <summary>Calling is not enabled for the number.</summary>
    public const int CallingNotEnabled = 138000;

    /// <summary>The recipient cannot receive calls: not on WhatsApp, terms not accepted, or an app that does not support calls.</summary>
    public const int ReceiverUncallable = 138001;

    /// <summary>The number reached its limit of concurrent calls.</summary>
    public const int ConcurrentCallLimit = 138002;

    /// <summary>A call with this recipient is already in progress.</summary>
    public const int CallDuplicate = 138003;

    /// <summary>The call could not be connected.</summary>
    public const int CallConnectionFailed = 138004;

    /// <summary>The number reached its rate limit of started calls.</summary>
    public const int CallInitiationRateLimit = 138005;

    /// <summary>The recipient has not allowed calls.</summary>
    public const int CallPermissionMissing = 138006;

    /// <summary>The call could not be connected in time.</summary>
    public const int CallConnectionTimeout = 138007;

    /// <summary>The recipient was asked for the permission as often as is allowed.</summary>
    public const int CallPermissionRequestLimit = 138009;

    /// <summary>The limit of connected calls in 24 hours was reached.</summary>
    public const int CallLimit = 138012;

    /// <summary>The business cannot call from this number: its country is not supported.</summary>
    public const int BusinessCallsNotAvailable = 138013;

    /// <summary>Calling is disabled for some time, because of the low quality of the number's calls.</summary>
    public const int CallingSuspended = 138014;

    /// <summary>Calling cannot be enabled: the number's messaging limit is too low.</summary>
    public const int CallingCannotBeEnabled = 138015;

    /// <summary>The recipient has allowed calls permanently: there is nothing to request.</summary>
    public const int CallPermissionPermanent = 138017;

    /// <summary>Calling cannot be enabled: a prerequisite is missing, such as a subscription to the calls webhook.</summary>
    public const int CallingNotAvailable = 138018;

    /// <summary>In the webhook of a call: the recipient's app could not set the call up.</summary>
    public const int CallSetupFailed = 138019;

    /// <summary>In the webhook of a call: the recipient's app could not reach the relay server.</summary>
    public const int CallRelayFailed = 138020;

    /// <summary>In the webhook of a call: the recipient's app received no audio for a long time.</summary>
    public const int CallReceiveTimeout = 138021;

    /// <summary>In the webhook of a call: the recipient's app sent no audio for a long time.</summary>
    public const int CallTransmitTimeout = 138022;

    /// <summary>In the webhook of a call: it was accepted, and ended without a sign of audio.</summary>
    public const int CallWithoutMedia = 138023;

    // Conversation routing.

    /// <summary>
    /// Only the escalation partner that the business configured may take a conversation. Source: Meta,
    /// conversation-routing/troubleshooting.
    /// </summary>
    public const int ThreadTakeNotPermitted = 2494191;

    // Groups.

    /// <summary>Messages cannot be sent to a group with a single member.</summary>
    public const int GroupOfOne = 131020;

    /// <summary>The group does not exist, or the number is not a member.</summary>
    public const int GroupUnknown = 131041;

    /// <summary>The request succeeded for some of the participants only.</summary>
    public const int GroupPartlyDone = 131201;

    /// <summary>A participant is listed twice.</summary>
    public const int GroupDuplicateParticipant = 131202;

    /// <summary>The group would exceed its limit of participants.</summary>
    public const int GroupTooLarge = 131204;

    /// <summary>The group violates a policy.</summary>
    public const int GroupSuspended = 131207;

    /// <summary>The number made too many group operations.</summary>
    public const int GroupRateLimit = 131208;

    /// <summary>The picture of the group is not square.</summary>
    public const int GroupPictureNotSquare = 131209;

    /// <summary>The picture of the group is smaller than 192 pixels.</summary>
    public const int GroupPictureTooSmall = 131210;

    /// <summary>The number reached its limit of groups.</summary>
    public const int GroupLimitReached = 131211;

    /// <summary>The participant is not in the group.</summary>
    public const int GroupParticipantMissing = 131212;

    /// <summary>The join request does not exist.</summary>
    public const int GroupJoinRequestMissing = 131213;

    /// <summary>Groups cannot be created for some time, because of too many marketing messages.</summary>
    public const int GroupCreationDisabled = 131214;

    /// <summary>The number may not use groups.</summary>
    public const int GroupsNotAvailable = 131215;
}
