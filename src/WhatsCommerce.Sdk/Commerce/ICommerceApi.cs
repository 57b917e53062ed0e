namespace WhatsCommerce.Commerce;

/// <summary>The commerce settings of a number, and compliance data.</summary>
/// <remarks>Source: Meta, phone number whatsapp_commerce_settings and business_compliance_info.</remarks>
internal interface ICommerceApi
{
    [Get("/{number}/whatsapp_commerce_settings"), GraphOperation("get_commerce_settings")]
    Task<DataResponse<CommerceSettingsResponse>> GetSettings(PhoneNumberId number, CancellationToken cancellationToken);

    // Meta documents these two as query parameters.
    [Post("/{number}/whatsapp_commerce_settings"), GraphOperation("set_commerce_settings")]
    Task<SuccessResponse> SetSettings(
        PhoneNumberId number,
        [AliasAs("is_cart_enabled")] bool? isCartEnabled,
        [AliasAs("is_catalog_visible")] bool? isCatalogVisible,
        CancellationToken cancellationToken);

    [Get("/{number}/business_compliance_info"), GraphOperation("get_business_compliance")]
    Task<DataResponse<BusinessComplianceResponse>> GetCompliance(PhoneNumberId number, string fields, CancellationToken cancellationToken);

    [Post("/{number}/business_compliance_info"), GraphOperation("set_business_compliance")]
    Task<SuccessResponse> SetCompliance(PhoneNumberId number, [Body] BusinessCompliance compliance, CancellationToken cancellationToken);
}
