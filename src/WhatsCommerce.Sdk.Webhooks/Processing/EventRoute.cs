namespace WhatsCommerce.Webhooks;

/// <summary>
/// Routes an event to the <see cref="IWebhookHandler{TEvent}"/> implementation of a class. Event types are a closed set, so a table with
/// one entry for each replaces a lookup of interfaces by reflection, which would not work in a trimmed app.
/// </summary>
internal abstract class EventRoute
{
    /// <summary>Gets the routes of all event types, derived types before their base types. A test checks that it is complete.</summary>
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

    public abstract Type EventType { get; }

    /// <summary>Determines whether a class handles this event type.</summary>
    public abstract bool IsHandledBy(Type handler);

    /// <summary>Determines whether an event is of this event type.</summary>
    public abstract bool Accepts(WebhookEvent webhookEvent);

    /// <summary>Calls the class with the event.</summary>
    public abstract Task HandleAsync(IWebhookHandler handler, WebhookEvent webhookEvent, CancellationToken cancellationToken);
}
