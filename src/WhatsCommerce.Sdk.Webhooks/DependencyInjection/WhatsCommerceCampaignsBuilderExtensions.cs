using WhatsCommerce;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that record deliveries and opt-outs of marketing messages for campaigns.</summary>
public static class WhatsCommerceCampaignsBuilderExtensions
{
    /// <summary>
    /// Adds two handlers: <c>campaign-deliveries</c> records the statuses of messages for the reports of campaigns, and
    /// <c>marketing-preferences</c> records who opted out of marketing messages or opted in again (<c>user_preferences</c>), so that
    /// campaigns hold messages back.
    /// </summary>
    /// <remarks>
    /// They need <see cref="IDeliveryRecorder"/> and <see cref="IMarketingPreferences"/>, which <c>AddWhatsCommerceCampaigns</c> registers.
    /// The app must be subscribed to the fields <c>messages</c> and <c>user_preferences</c>. A preference is recorded for the number in the
    /// webhook, and for each id of the customer that it contains.
    /// </remarks>
    /// <param name="builder">The endpoint.</param>
    /// <returns>The builder.</returns>
    public static WhatsCommerceWebhooksBuilder RecordCampaigns(this WhatsCommerceWebhooksBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder
            .HandleWhen<StatusEvent, IDeliveryRecorder, TimeProvider>(
                "campaign-deliveries",
                static status => ProgressOf(status.Status) != DeliveryProgress.None && status.MessageId.HasValue
                    && !status.GroupId.HasValue,
                static (status, recorder, time, token) => recorder.RecordAsync(ReportOf(status, time), token).AsTask())
            .HandleWhen<UserPreferenceEvent, IMarketingPreferences, TimeProvider>(
                "marketing-preferences",
                static preference => preference.Category == PreferenceCategory.MarketingMessages
                    && (preference.Value == PreferenceValue.Stop || preference.Value == PreferenceValue.Resume),
                static (preference, preferences, time, token) =>
                    preferences.RecordAsync(PreferenceOf(preference, time), token).AsTask());
    }

    private static DeliveryReport ReportOf(StatusEvent status, TimeProvider time) => new(
        status.PhoneNumberId,
        status.MessageId,
        status.CallbackData,
        ProgressOf(status.Status),
        status.Timestamp ?? time.GetUtcNow(),
        status.Errors is [{ Code: { } code }, ..] ? code : null);

    private static MarketingPreference PreferenceOf(UserPreferenceEvent preference, TimeProvider time) => new(
        preference.PhoneNumberId,
        preference.Value == PreferenceValue.Stop,
        preference.Timestamp ?? time.GetUtcNow(),
        Recipient.FromWaId(preference.Customer.WaId),
        Recipient.FromUserId(preference.Customer.UserId));

    private static DeliveryProgress ProgressOf(MessageStatus status) =>
        status == MessageStatus.Sent ? DeliveryProgress.Sent
        : status == MessageStatus.Delivered ? DeliveryProgress.Delivered
        : status == MessageStatus.Read || status == MessageStatus.Played ? DeliveryProgress.Read
        : status == MessageStatus.Failed ? DeliveryProgress.Failed
        : DeliveryProgress.None;
}
