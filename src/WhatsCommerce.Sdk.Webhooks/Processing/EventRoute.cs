namespace WhatsCommerce.Webhooks;

/// <summary>
/// The way from an event to <see cref="IWebhookHandler{TEvent}"/> of a class. The types of events are a closed set, so one row for each
/// takes the place of looking the interfaces up by reflection, which a trimmed app does not survive.
/// </summary>
internal abstract class EventRoute
{
    /// <summary>All types of events, derived ones before their base. A test keeps it complete.</summary>
    public static IReadOnlyList<EventRoute> All { get; } =
    [
        new EventRoute<OrderEvent>(),
        new EventRoute<ProductQuestionEvent>(),
        new EventRoute<TextEvent>(),
        new EventRoute<InteractiveReplyEvent>(),
        new EventRoute<ImageEvent>(),
        new EventRoute<VideoEvent>(),
        new EventRoute<AudioEvent>(),
        new EventRoute<DocumentEvent>(),
        new EventRoute<StickerEvent>(),
        new EventRoute<MediaEvent>(),
        new EventRoute<LocationEvent>(),
        new EventRoute<ContactsEvent>(),
        new EventRoute<ReactionEvent>(),
        new EventRoute<EditEvent>(),
        new EventRoute<RevokeEvent>(),
        new EventRoute<SystemEvent>(),
        new EventRoute<WelcomeRequestEvent>(),
        new EventRoute<MediaPlaceholderEvent>(),
        new EventRoute<UnsupportedEvent>(),
        new EventRoute<StatusEvent>(),
        new EventRoute<ErrorsEvent>(),
        new EventRoute<TemplateStatusEvent>(),
        new EventRoute<TemplateQualityEvent>(),
        new EventRoute<TemplateComponentsEvent>(),
        new EventRoute<TemplateCategoryEvent>(),
        new EventRoute<TemplateCategoryDetectionEvent>(),
        new EventRoute<TemplateEvent>(),
        new EventRoute<AccountUpdateEvent>(),
        new EventRoute<AccountAlertEvent>(),
        new EventRoute<AccountSettingsEvent>(),
        new EventRoute<AccountReviewEvent>(),
        new EventRoute<BusinessStatusEvent>(),
        new EventRoute<BusinessCapabilityEvent>(),
        new EventRoute<PhoneNumberQualityEvent>(),
        new EventRoute<PhoneNumberNameEvent>(),
        new EventRoute<SecurityEvent>(),
        new EventRoute<PaymentConfigurationEvent>(),
        new EventRoute<PartnerSolutionEvent>(),
        new EventRoute<BusinessUsernameEvent>(),
        new EventRoute<FlowEvent>(),
        new EventRoute<UserPreferenceEvent>(),
        new EventRoute<AutomaticEvent>(),
        new EventRoute<CallEvent>(),
        new EventRoute<CallStatusEvent>(),
        new EventRoute<GroupLifecycleEvent>(),
        new EventRoute<GroupParticipantsEvent>(),
        new EventRoute<GroupSettingsEvent>(),
        new EventRoute<GroupStatusEvent>(),
        new EventRoute<GroupEvent>(),
        new EventRoute<HistoryEvent>(),
        new EventRoute<HistoryMessageEvent>(),
        new EventRoute<MessageEchoEvent>(),
        new EventRoute<ContactSyncEvent>(),
        new EventRoute<StandbyEvent>(),
        new EventRoute<HandoverEvent>(),
        new EventRoute<UnknownEvent>(),
        new EventRoute<MalformedEvent>(),
        new EventRoute<MessageEvent>(),
        new EventRoute<WebhookEvent>(),
    ];

    /// <summary>The type of event.</summary>
    public abstract Type EventType { get; }

    /// <summary>Whether a class handles that type of event.</summary>
    public abstract bool IsHandledBy(Type handler);

    /// <summary>Whether the event is of that type.</summary>
    public abstract bool Accepts(WebhookEvent webhookEvent);

    /// <summary>Hands the event to the class.</summary>
    public abstract Task HandleAsync(IWebhookHandler handler, WebhookEvent webhookEvent, CancellationToken cancellationToken);
}
