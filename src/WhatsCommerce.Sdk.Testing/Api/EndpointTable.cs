namespace WhatsCommerce.Testing;

/// <summary>The table of all endpoints of the local Cloud API, one per line: HTTP method, path, and handler.</summary>
internal sealed class EndpointTable
{
    private const string Messaging = EmulatedPermissions.BusinessMessaging;
    private const string Catalog = EmulatedPermissions.CatalogManagement;
    private const string Business = EmulatedPermissions.BusinessManagement;

    private readonly FrozenDictionary<EndpointKey, Endpoint> _byKey;
    private readonly FrozenSet<(string Edge, int Parts)> _longPaths;

    public EndpointTable(
        MessageEndpoints messages,
        MediaEndpoints media,
        UploadEndpoints uploads,
        CatalogEndpoints catalogs,
        ProductEndpoints products,
        BatchEndpoints batches,
        SetEndpoints sets,
        FeedEndpoints feeds,
        TemplateEndpoints templates,
        NumberEndpoints numbers,
        BlockEndpoints blocks,
        PaymentEndpoints payments,
        ThreadEndpoints threads,
        CallEndpoints calls,
        QrCodeEndpoints qrCodes,
        GroupEndpoints groups,
        OnboardingEndpoints onboarding,
        TemplateLibraryEndpoints library,
        AnalyticsEndpoints analytics,
        GroupAnalyticsEndpoints groupAnalytics,
        FlowEndpoints flows,
        AppEndpoints apps)
    {
        Endpoint[] all =
        [
            .. Sending(messages, threads),
            .. Media(media),
            .. Uploads(uploads, apps),
            .. Catalogs(catalogs),
            .. Products(products, batches),
            .. Sets(sets),
            .. Feeds(feeds),
            .. Templates(templates),
            .. Numbers(numbers),
            .. Calls(calls),
            .. QrCodes(qrCodes),
            .. Groups(groups),
            .. Onboarding(onboarding),
            .. Library(library),
            .. Analytics(analytics, groupAnalytics),
            .. Flows(flows),
            .. Settings(blocks),
            .. Payments(payments),
        ];
        _byKey = all.ToFrozenDictionary(endpoint => endpoint.Key);
        _longPaths = all.Select(endpoint => (endpoint.Key.Edge, endpoint.Key.Parts)).Where(path => path.Parts > 2).ToFrozenSet();
    }

    /// <summary>Whether a path is valid: an object, one of its edges, or one of the few longer paths.</summary>
    public bool Knows(GraphPath path) => path.Rest.Length == 0 || _longPaths.Contains((path.Edge, path.Rest.Length + 2));

    /// <summary>
    /// The endpoint of a request on an object, if there is one. HEAD is handled like GET.
    /// </summary>
    public Endpoint? Find(string method, object node, GraphPath path) =>
        _byKey.GetValueOrDefault(
            new(method == "HEAD" ? "GET" : method, node.GetType(), path.Edge, path.Rest.Length + (path.Edge.Length > 0 ? 2 : 1)));

    private static IEnumerable<Endpoint> Sending(MessageEndpoints messages, ThreadEndpoints threads) =>
    [
        Post<EmulatedNumber>("/{number}/messages", Messaging, messages.Send),
        Post<EmulatedNumber>("/{number}/marketing_messages", Messaging, messages.SendMarketing),
        Post<EmulatedNumber>("/{number}/thread_control", Messaging, threads.Control),
    ];

    private static IEnumerable<Endpoint> Media(MediaEndpoints media) =>
    [
        Post<EmulatedNumber>("/{number}/media", Messaging, media.Upload),
        Get<EmulatedMedia>("/{media}", Messaging, media.Read),
        Delete<EmulatedMedia>("/{media}", Messaging, media.Delete),
    ];

    private static IEnumerable<Endpoint> Uploads(UploadEndpoints uploads, AppEndpoints apps) =>
    [
        Post<EmulatedApp>("/{app}/uploads", Business, uploads.Start),
        Get<EmulatedApp>("/{app}/subscriptions", Business, apps.List),
        Get<UploadSession>("/{session}", Business, UploadEndpoints.Read),
        Post<UploadSession>("/{session}", Business, UploadEndpoints.Take),
    ];

    private static IEnumerable<Endpoint> Catalogs(CatalogEndpoints catalogs) =>
    [
        Get<EmulatedBusiness>("/{business}/owned_product_catalogs", Catalog, catalogs.ListOwned),
        Post<EmulatedBusiness>("/{business}/owned_product_catalogs", Catalog, catalogs.Create),
        Get<EmulatedBusiness>("/{business}/client_product_catalogs", Catalog, catalogs.ListClient),
        Get<EmulatedCatalog>("/{catalog}", Catalog, catalogs.Read),
        Post<EmulatedCatalog>("/{catalog}", Catalog, CatalogEndpoints.Update),
        Delete<EmulatedCatalog>("/{catalog}", Catalog, catalogs.Delete),
        Get<EmulatedAccount>("/{account}/product_catalogs", Catalog, catalogs.ListConnected),
        Post<EmulatedAccount>("/{account}/product_catalogs", Catalog, catalogs.Connect),
        Delete<EmulatedAccount>("/{account}/product_catalogs", Catalog, catalogs.Disconnect),
    ];

    private static IEnumerable<Endpoint> Products(ProductEndpoints products, BatchEndpoints batches) =>
    [
        Get<EmulatedCatalog>("/{catalog}/products", Catalog, products.List),
        Post<EmulatedCatalog>("/{catalog}/products", Catalog, products.Create),
        Get<ProductNode>("/{product}", Catalog, ProductEndpoints.Read),
        Post<ProductNode>("/{product}", Catalog, products.Update),
        Delete<ProductNode>("/{product}", Catalog, ProductEndpoints.Delete),
        Post<EmulatedCatalog>("/{catalog}/items_batch", Catalog, batches.Upload),
        Get<EmulatedCatalog>("/{catalog}/check_batch_request_status", Catalog, batches.Status),
    ];

    private static IEnumerable<Endpoint> Sets(SetEndpoints sets) =>
    [
        Get<EmulatedCatalog>("/{catalog}/product_sets", Catalog, sets.List),
        Post<EmulatedCatalog>("/{catalog}/product_sets", Catalog, sets.Create),
        Get<ProductSetEntry>("/{set}", Catalog, sets.Read),
        Post<ProductSetEntry>("/{set}", Catalog, sets.Update),
        Delete<ProductSetEntry>("/{set}", Catalog, sets.Delete),
        Get<ProductSetEntry>("/{set}/products", Catalog, sets.ListProducts),
        Get<EmulatedCatalog>("/{catalog}/product_groups", Catalog, sets.ListGroups),
        Post<EmulatedCatalog>("/{catalog}/product_groups", Catalog, sets.CreateGroup),
        Get<ProductGroup>("/{group}", Catalog, SetEndpoints.ReadGroup),
        Get<ProductGroup>("/{group}/products", Catalog, sets.ListVariants),
    ];

    private static IEnumerable<Endpoint> Feeds(FeedEndpoints feeds) =>
    [
        Get<EmulatedCatalog>("/{catalog}/product_feeds", Catalog, feeds.List),
        Post<EmulatedCatalog>("/{catalog}/product_feeds", Catalog, feeds.Create),
        Get<FeedEntry>("/{feed}", Catalog, FeedEndpoints.Read),
        Delete<FeedEntry>("/{feed}", Catalog, feeds.Delete),
        Get<FeedEntry>("/{feed}/uploads", Catalog, feeds.ListUploads),
        Post<FeedEntry>("/{feed}/uploads", Catalog, feeds.Upload),
        Get<FeedUpload>("/{upload}", Catalog, feeds.ReadUpload),
        Get<FeedUpload>("/{upload}/errors", Catalog, feeds.ListErrors),
    ];

    private static IEnumerable<Endpoint> Templates(TemplateEndpoints templates) =>
    [
        Get<EmulatedAccount>("/{account}/message_templates", Business, templates.List),
        Post<EmulatedAccount>("/{account}/message_templates", Business, templates.Create),
        Delete<EmulatedAccount>("/{account}/message_templates", Business, TemplateEndpoints.Delete),
        Get<EmulatedAccount>("/{account}/message_templates/{template}", Business, templates.ReadOfAccount),
        Get<TemplateEntry>("/{template}", Business, templates.Read),
        Post<TemplateEntry>("/{template}", Business, TemplateEndpoints.Edit),
    ];

    private static IEnumerable<Endpoint> Numbers(NumberEndpoints numbers) =>
    [
        Get<EmulatedAccount>("/{account}", Business, numbers.ReadAccount),
        Post<EmulatedAccount>("/{account}", Business, NumberEndpoints.UpdateAccount),
        Get<EmulatedAccount>("/{account}/phone_numbers", Business, numbers.List),
        Get<EmulatedAccount>("/{account}/subscribed_apps", Business, NumberEndpoints.ListApps),
        PostAsync<EmulatedAccount>("/{account}/subscribed_apps", Business, numbers.SubscribeAsync),
        Delete<EmulatedAccount>("/{account}/subscribed_apps", Business, NumberEndpoints.Unsubscribe),
        Get<EmulatedNumber>("/{number}", Business, numbers.Read),
        PostAsync<EmulatedNumber>("/{number}", Business, numbers.UpdateAsync),
        Get<EmulatedNumber>("/{number}/official_business_account", Business, OfficialAccountEndpoints.Read),
        Post<EmulatedNumber>("/{number}/official_business_account", Business, OfficialAccountEndpoints.Request),
        Post<EmulatedNumber>("/{number}/register", Business, RegistrationEndpoints.Register),
        Post<EmulatedNumber>("/{number}/deregister", Business, RegistrationEndpoints.Deregister),
        Post<EmulatedNumber>("/{number}/request_code", Business, RegistrationEndpoints.RequestCode),
        Post<EmulatedNumber>("/{number}/verify_code", Business, RegistrationEndpoints.VerifyCode),
        Get<EmulatedNumber>("/{number}/settings", Business, RegistrationEndpoints.ReadSettings),
        Post<EmulatedNumber>("/{number}/conversational_automation", Business, RegistrationEndpoints.Automate),
        Get<EmulatedNumber>("/{number}/whatsapp_business_encryption", Business, RegistrationEndpoints.ReadPublicKey),
        Post<EmulatedNumber>("/{number}/whatsapp_business_encryption", Business, RegistrationEndpoints.SetPublicKey),
    ];

    private static IEnumerable<Endpoint> Calls(CallEndpoints calls) =>
    [
        Post<EmulatedNumber>("/{number}/calls", Messaging, calls.Manage),
        Get<EmulatedNumber>("/{number}/call_permissions", Messaging, calls.ReadPermission),
        Post<EmulatedNumber>("/{number}/settings", Business, calls.ChangeSettings),
    ];

    private static IEnumerable<Endpoint> QrCodes(QrCodeEndpoints qrCodes) =>
    [
        Get<EmulatedNumber>("/{number}/message_qrdls", Business, qrCodes.List),
        Post<EmulatedNumber>("/{number}/message_qrdls", Business, QrCodeEndpoints.Save),
        Get<EmulatedNumber>("/{number}/message_qrdls/{code}", Business, QrCodeEndpoints.Read),
        Delete<EmulatedNumber>("/{number}/message_qrdls/{code}", Business, QrCodeEndpoints.Delete),
    ];

    private static IEnumerable<Endpoint> Groups(GroupEndpoints groups) =>
    [
        Get<EmulatedNumber>("/{number}/groups", Messaging, groups.List),
        Post<EmulatedNumber>("/{number}/groups", Messaging, groups.Create),
        Get<EmulatedGroup>("/{group}", Messaging, groups.Read),
        Post<EmulatedGroup>("/{group}", Messaging, groups.Update),
        Delete<EmulatedGroup>("/{group}", Messaging, groups.Delete),
        Get<EmulatedGroup>("/{group}/invite_link", Messaging, GroupEndpoints.ReadLink),
        Post<EmulatedGroup>("/{group}/invite_link", Messaging, GroupEndpoints.ResetLink),
        Delete<EmulatedGroup>("/{group}/invite_link", Messaging, GroupEndpoints.DeleteLink),
        Get<EmulatedGroup>("/{group}/join_requests", Messaging, groups.ListRequests),
        Post<EmulatedGroup>("/{group}/join_requests", Messaging, GroupEndpoints.Approve),
        Delete<EmulatedGroup>("/{group}/join_requests", Messaging, GroupEndpoints.Reject),
        Delete<EmulatedGroup>("/{group}/participants", Messaging, groups.RemoveParticipants),
    ];

    private static IEnumerable<Endpoint> Onboarding(OnboardingEndpoints onboarding) =>
    [
        Get<EmulatedBusiness>("/{business}/owned_whatsapp_business_accounts", Business, onboarding.ListOwned),
        Get<EmulatedBusiness>("/{business}/client_whatsapp_business_accounts", Business, onboarding.ListClient),
        Get<EmulatedBusiness>("/{business}/extendedcredits", Business, onboarding.ListCredit),
        Post<CreditLineNode>("/{credit}/whatsapp_credit_sharing_and_attach", Business, onboarding.Share),
        Get<CreditAllocation>("/{allocation}", Business, OnboardingEndpoints.ReadShare),
        Delete<CreditAllocation>("/{allocation}", Business, OnboardingEndpoints.Revoke),
    ];

    private static IEnumerable<Endpoint> Library(TemplateLibraryEndpoints library) =>
    [
        Get<TemplateLibrary>("/{library}", Business, library.List),
        Post<EmulatedAccount>("/{account}/upsert_message_templates", Business, library.Upsert),
        Get<TemplateEntry>("/{template}/compare", Business, library.Compare),
        Post<TemplateEntry>("/{template}/unpause", Business, TemplateLibraryEndpoints.Unpause),
        Get<EmulatedAccount>("/{account}/template_groups", Business, library.ListGroups),
        Post<EmulatedAccount>("/{account}/template_groups", Business, library.CreateGroup),
        Get<TemplateGroupEntry>("/{group}", Business, TemplateLibraryEndpoints.ReadGroup),
        Post<TemplateGroupEntry>("/{group}", Business, library.UpdateGroup),
        Delete<TemplateGroupEntry>("/{group}", Business, TemplateLibraryEndpoints.DeleteGroup),
    ];

    private static IEnumerable<Endpoint> Analytics(AnalyticsEndpoints analytics, GroupAnalyticsEndpoints groups) =>
    [
        Get<EmulatedAccount>("/{account}/template_analytics", Business, analytics.Templates),
        Get<EmulatedAccount>("/{account}/template_group_analytics", Business, analytics.Groups),
        Get<EmulatedAccount>("/{account}/group_analytics", Business, groups.Read),
    ];

    private static IEnumerable<Endpoint> Flows(FlowEndpoints flows) =>
    [
        Get<EmulatedAccount>("/{account}/flows", Business, flows.List),
        Post<EmulatedAccount>("/{account}/flows", Business, flows.Create),
        Post<EmulatedAccount>("/{account}/migrate_flows", Business, flows.Migrate),
        Get<FlowEntry>("/{flow}", Business, flows.Read),
        Post<FlowEntry>("/{flow}", Business, flows.Update),
        Delete<FlowEntry>("/{flow}", Business, flows.Delete),
        Get<FlowEntry>("/{flow}/assets", Business, FlowEndpoints.ReadAssets),
        Post<FlowEntry>("/{flow}/assets", Business, FlowEndpoints.Upload),
        Get<FlowEntry>("/{flow}/flow.json", Business, FlowEndpoints.ReadJson),
        Post<FlowEntry>("/{flow}/publish", Business, flows.Publish),
        Post<FlowEntry>("/{flow}/deprecate", Business, FlowEndpoints.Deprecate),
    ];

    private static IEnumerable<Endpoint> Settings(BlockEndpoints blocks) =>
    [
        Get<EmulatedNumber>("/{number}/whatsapp_commerce_settings", Business, SettingsEndpoints.ReadCommerce),
        Post<EmulatedNumber>("/{number}/whatsapp_commerce_settings", Business, SettingsEndpoints.SetCommerce),
        Get<EmulatedNumber>("/{number}/business_compliance_info", Business, SettingsEndpoints.ReadCompliance),
        Post<EmulatedNumber>("/{number}/business_compliance_info", Business, SettingsEndpoints.SetCompliance),
        Get<EmulatedNumber>("/{number}/whatsapp_business_profile", Business, SettingsEndpoints.ReadProfile),
        Post<EmulatedNumber>("/{number}/whatsapp_business_profile", Business, SettingsEndpoints.SetProfile),
        Get<EmulatedNumber>("/{number}/block_users", Messaging, blocks.List),
        Post<EmulatedNumber>("/{number}/block_users", Messaging, blocks.Block),
        Delete<EmulatedNumber>("/{number}/block_users", Messaging, BlockEndpoints.Unblock),
    ];

    private static IEnumerable<Endpoint> Payments(PaymentEndpoints payments) =>
    [
        Get<EmulatedNumber>("/{number}/payments/{configuration}/{reference}", Business, payments.Read),
        Post<EmulatedNumber>("/{number}/payments_refund", Business, payments.Refund),
    ];

    private static Endpoint Get<TNode>(string path, string permission, Func<ApiCall, TNode, ApiResponse> handler) =>
        On("GET", path, permission, handler);

    private static Endpoint Post<TNode>(string path, string permission, Func<ApiCall, TNode, ApiResponse> handler) =>
        On("POST", path, permission, handler);

    private static Endpoint Delete<TNode>(string path, string permission, Func<ApiCall, TNode, ApiResponse> handler) =>
        On("DELETE", path, permission, handler);

    // For the few asynchronous endpoints.
    private static Endpoint PostAsync<TNode>(string path, string permission, Func<ApiCall, TNode, ValueTask<ApiResponse>> handler) =>
        new("POST", path, typeof(TNode), permission, (call, node) => handler(call, (TNode)node));

    private static Endpoint On<TNode>(string method, string path, string permission, Func<ApiCall, TNode, ApiResponse> handler) =>
        new(method, path, typeof(TNode), permission, (call, node) => ValueTask.FromResult(handler(call, (TNode)node)));
}
