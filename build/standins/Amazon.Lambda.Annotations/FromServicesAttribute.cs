namespace Amazon.Lambda.Annotations;

/// <summary>Marks a parameter of a function that comes from the services, not from the event.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromServicesAttribute : Attribute;
